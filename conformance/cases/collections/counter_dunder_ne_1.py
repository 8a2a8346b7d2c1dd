# covers: Basic customization
import collections
print(collections.Counter().__ne__(5))
