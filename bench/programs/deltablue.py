# Constraints that are kept one by one as variables change: a planner over a graph of small objects,
# with abstract methods, class hierarchies and many short calls.

REQUIRED, STRONG, MEDIUM, WEAK, WEAKEST = range(5)
NONE, FORWARD, BACKWARD = range(3)


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stay = True

    def remove(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        self.attach()
        planner.incremental_add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        else:
            self.detach()

    def satisfy(self, mark, planner):
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        out.determined_by = self
        if not planner.add_propagate(self, mark):
            raise RuntimeError("a cycle")
        out.mark = mark
        return overridden

    def inputs_known(self, mark):
        for variable in self.inputs():
            if not (variable.mark == mark or variable.stay or variable.determined_by is None):
                return False
        return True

    def is_input(self):
        return False

    def inputs(self):
        raise NotImplementedError

    def output(self):
        raise NotImplementedError


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.add_to(planner)

    def attach(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def detach(self):
        self.variable.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NONE
        self.add_to(planner)

    def attach(self):
        for variable in self.variables():
            variable.constraints.append(self)
        self.direction = NONE

    def detach(self):
        for variable in self.variables():
            variable.remove(self)
        self.direction = NONE

    def variables(self):
        return (self.first, self.second)

    def can_write(self, variable, mark):
        return variable.mark != mark and self.strength < variable.strength

    def choose_method(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            self.direction = FORWARD if self.can_write(second, mark) else NONE
        elif second.mark == mark:
            self.direction = BACKWARD if self.can_write(first, mark) else NONE
        elif first.strength > second.strength:
            self.direction = BACKWARD if self.strength < first.strength else NONE
        else:
            self.direction = FORWARD if self.strength < second.strength else NONE

    def is_satisfied(self):
        return self.direction != NONE

    def unsatisfy(self):
        self.direction = NONE

    @property
    def source(self):
        return self.first if self.direction == FORWARD else self.second

    def inputs(self):
        return (self.source,)

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def recalculate(self):
        source, out = self.source, self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.source.value


class Scale(Binary):
    def __init__(self, first, scale, offset, second, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def variables(self):
        return (self.first, self.second, self.scale, self.offset)

    def inputs(self):
        return (self.source, self.scale, self.offset)

    def execute(self):
        scale, offset = self.scale.value, self.offset.value
        if self.direction == FORWARD:
            self.second.value = self.first.value * scale + offset
        else:
            self.first.value = (self.second.value - offset) // scale

    def recalculate(self):
        source, out = self.source, self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay and self.scale.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0
        self.steps = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.unsatisfy()
        constraint.detach()
        unsatisfied = self.remove_propagate(out)
        unsatisfied.sort(key=lambda constraint: constraint.strength)
        for other in unsatisfied:
            self.incremental_add(other)

    def consuming(self, variable):
        return [
            constraint for constraint in variable.constraints
            if constraint is not variable.determined_by and constraint.is_satisfied()
        ]

    def add_propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            constraint = todo.pop()
            if constraint.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            constraint.recalculate()
            self.steps += 1
            todo.extend(self.consuming(constraint.output()))
        return True

    def remove_propagate(self, out):
        out.determined_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            for constraint in self.consuming(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return unsatisfied

    def plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = [constraint for constraint in sources if constraint.is_input() and constraint.is_satisfied()]
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                out.mark = mark
                todo.extend(self.consuming(out))
        return plan


def change(planner, variable, value):
    edit = Edit(variable, STRONG, planner)
    plan = planner.plan([edit])
    for i in range(10):
        variable.value = value + i
        for constraint in plan:
            constraint.execute()
    edit.destroy(planner)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(n + 1)]
    for first, second in zip(variables, variables[1:]):
        Equal(first, second, REQUIRED, planner)
    Stay(variables[-1], MEDIUM, planner)
    edit = Edit(variables[0], STRONG, planner)
    plan = planner.plan([edit])
    for value in range(50):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        if variables[-1].value != value:
            raise RuntimeError("the chain does not hold")
    edit.destroy(planner)
    return len(plan), planner.steps


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        sources.append(source)
        targets.append(target)
        Stay(source, WEAK, planner)
        Scale(source, scale, offset, target, REQUIRED, planner)
    change(planner, sources[-1], 17)
    forward = targets[-1].value
    change(planner, targets[-1], 1050)
    backward = sources[-1].value
    change(planner, scale, 5)
    change(planner, offset, 2000)
    return forward, backward, sum(target.value for target in targets), planner.steps


print(chain(4000))
print(projection(4000))
