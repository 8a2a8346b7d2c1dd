# covers: The standard type hierarchy
word = 'no tabs here'
print(word.expandtabs() is word)
