"""How modules say where they come from."""


class ModuleSpec:
    """What is known of a module before it is loaded: its name, its place, its package."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(parts)})"

    def __eq__(self, other):
        names = ("name", "loader", "origin", "submodule_search_locations", "cached",
                 "has_location")
        try:
            return all(getattr(self, name) == getattr(other, name) for name in names)
        except AttributeError:
            return NotImplemented

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The name of the package: its own if it is one."""
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def _spec_of_namespace(name, folders):
    """That of a package that consists of folders alone (PEP 420)."""
    from _frozen_importlib_external import NamespaceLoader
    loader = NamespaceLoader(name, folders, lambda name, path: None)
    spec = ModuleSpec(name, loader, is_package=True)
    spec.submodule_search_locations = loader._path
    return spec


def _spec_of_file(name, origin, folder):
    """That of a module in a file, a package if it has a folder."""
    spec = ModuleSpec(name, None, origin=origin, is_package=folder is not None)
    if folder is not None:
        spec.submodule_search_locations.append(folder)
    spec.has_location = True
    return spec
