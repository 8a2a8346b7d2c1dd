# covers: Customizing class creation; Creating the class object
class K: pass
try:
    K.__type_params__ = (1,)
    print(K.__type_params__)
except (AttributeError, TypeError) as err:
    print(type(err).__name__)
