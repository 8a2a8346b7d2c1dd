"""Objects that remember how they were called."""

DEFAULT = object()

class _Call(tuple):
    def __new__(cls, args, kwargs):
        return tuple.__new__(cls, (args, kwargs))

    args = property(lambda self: self[0])
    kwargs = property(lambda self: self[1])


def call(*args, **kwargs):
    return _Call(args, kwargs)


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # A class for each mock, so that special methods can be set on it.
        return object.__new__(type(cls.__name__, (cls,), {}))

    def __init__(self, spec=None, *, return_value=DEFAULT, side_effect=None, name=None, **more):
        own = self.__dict__
        own.update(_spec=spec, _return=return_value, side_effect=side_effect, _name=name)
        self.reset_mock()
        for name in ("__next__", "__await__", "__aiter__", "__anext__"):
            if spec is not None and hasattr(spec, name):
                setattr(type(self), name, _Forward(self._child(name)))
        for key, value in more.items():
            setattr(self, key, value)

    def reset_mock(self):
        self.__dict__.update(call_count=0, called=False, call_args=None, call_args_list=[])
        parts = [*vars(self).values(), *vars(type(self)).values()]
        for part in parts:
            part = part.mock if type(part) is _Forward else part
            if isinstance(type(part), type) and issubclass(type(part), NonCallableMock):
                part.reset_mock()

    @property
    def mock_calls(self):
        return self.call_args_list

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec")
        return type(self) if spec is None else spec if isinstance(spec, type) else type(spec)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or name.startswith("assert"):
            raise AttributeError(name)
        spec = self.__dict__["_spec"]
        if spec is not None and not hasattr(spec, name):
            raise AttributeError(f"Mock object has no attribute {name!r}")
        made = self.__dict__[name] = self._child(name)
        return made

    def _child(self, name):
        for kind in type(self).__mro__:
            if kind.__module__ == __name__ and kind.__name__ in ("Mock", "MagicMock"):
                return kind(name=name)
        return MagicMock(name=name)

    def __setattr__(self, name, value):
        if name == "return_value":
            self.__dict__["_return"] = value
        elif name.startswith("__") and name.endswith("__") and name not in ("__name__", "__qualname__"):
            if isinstance(value, NonCallableMock):
                setattr(type(self), name, _Forward(value))
            else:
                setattr(type(self), name, value)
        else:
            self.__dict__[name] = value

    @property
    def return_value(self):
        if self.__dict__["_return"] is DEFAULT:
            self.__dict__["_return"] = self._child("()")
        return self.__dict__["_return"]

    def _called(self, args, kwargs):
        self.__dict__["call_count"] += 1
        self.__dict__["called"] = True
        self.__dict__["call_args"] = _Call(args, kwargs)
        self.call_args_list.append(self.call_args)
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                if not hasattr(effect, "__next__"):
                    effect = self.__dict__["side_effect"] = iter(effect)
                result = next(effect)
            if result is not DEFAULT:
                return result
        return self.return_value

    def assert_called(self):
        assert self.call_count, "not called"

    def assert_not_called(self):
        assert not self.call_count, f"called {self.call_count} times"

    def assert_called_once(self):
        assert self.call_count == 1, f"called {self.call_count} times"

    def assert_called_with(self, *args, **kwargs):
        assert self.call_args == (args, kwargs), f"called with {self.call_args}"

    def assert_called_once_with(self, *args, **kwargs):
        self.assert_called_once()
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, *args, **kwargs):
        assert (args, kwargs) in self.call_args_list, "not called so"


class _Forward:
    """A special method of a mock's class that is a mock: it is called without the owner."""

    def __init__(self, mock):
        self.mock = mock

    def __get__(self, owner, kind=None):
        return self.mock


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        return self._called(args, kwargs)


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMock(CallableMixin, NonCallableMock):
    def __iter__(self):
        return iter(())

    def __enter__(self):
        return self.return_value

    def __exit__(self, *args):
        return False

    def __len__(self):
        return 0

    def __getitem__(self, key):
        return self.return_value

    def __int__(self):
        return 1

    __index__ = __int__


def _resolve(path):
    first, *rest = path.split(".")
    name, value = first, __import__(first)
    for part in rest:
        name += "." + part
        if not hasattr(value, part):
            __import__(name)
        value = getattr(value, part)
    return value


class _Patch:
    def __init__(self, owner, name, new, more):
        self.owner, self.name, self.new, self.more = owner, name, new, more

    def __enter__(self):
        owner = self.found = self.owner() if callable(self.owner) else self.owner
        old = getattr(owner, self.name)
        self.local = self.name in vars(owner)
        self.old = vars(owner).get(self.name, old)
        new = self.new
        if new is DEFAULT:
            new = MagicMock(**self.more)
            if "wraps" in self.more:
                new.side_effect = self.more["wraps"]
        setattr(owner, self.name, new)
        return new

    def __exit__(self, *error):
        if self.local or not isinstance(self.found, type):
            setattr(self.found, self.name, self.old)
        else:
            delattr(self.found, self.name)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, test):
        def patched(*args, **kwargs):
            with self as new:
                more = (new,) if self.new is DEFAULT else ()
                return test(*args, *more, **kwargs)
        patched.__name__ = getattr(test, "__name__", "patched")
        return patched


def patch(target, new=DEFAULT, **more):
    path, name = target.rsplit(".", 1)
    return _Patch(lambda: _resolve(path), name, new, more)


class _Dict:
    def __init__(self, owner, values=(), clear=False, **more):
        self.owner, self.values, self.wipe = owner, dict(values, **more), clear

    def __enter__(self):
        if isinstance(self.owner, str):
            self.owner = _resolve(self.owner)
        self.old = dict(self.owner)
        if self.wipe:
            self.owner.clear()
        self.owner.update(self.values)
        return self.owner

    def __exit__(self, *error):
        self.owner.clear()
        self.owner.update(self.old)


class _Object(_Patch):
    """A patch of an attribute of an object at hand."""

    def __init__(self, owner, name, new=DEFAULT, **more):
        super().__init__(lambda: owner, name, new, more)


patch.object = _Object
patch.dict = _Dict
