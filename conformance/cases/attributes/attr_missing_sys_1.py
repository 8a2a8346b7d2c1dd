# covers: Customizing attribute access
import sys
print([name for name in ('implementation', 'thread_info', 'breakpointhook', 'platlibdir') if not hasattr(sys, name)])
