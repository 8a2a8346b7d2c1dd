# covers: Basic customization
import sys
parts = []
class Keep:
    def write(self, text): parts.append(text)
    def flush(self): pass
sys.stderr = Keep()
sys.excepthook(ValueError, ValueError('shown'), None)
print(''.join(parts))
