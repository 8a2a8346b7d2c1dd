# covers: Emulating container types
print(() is tuple([]), () is (1,)[1:])
