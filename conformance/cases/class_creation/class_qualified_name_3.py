# covers: Customizing class creation; Creating the class object
class Holder:
    try:
        class Kid(flag=True): pass
    except TypeError as err:
        text = str(err)
print(Holder.text)
