# covers: The standard type hierarchy
print('\u0416'.encode('koi8-r'), '\u00fc'.encode('cp437'))
