# covers: The standard type hierarchy
# Marks are placed by columns, not by bytes.
é = {"ключ": 1}
print(é["ключ"])
данные = "日本語" + é["нет"] + "x"
