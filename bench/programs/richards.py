# An operating system in small: tasks that send packets to each other, by virtual calls.

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE, WORK = 0, 1


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, ident, priority, queue, scheduler):
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.scheduler = scheduler
        self.pending = queue is not None
        self.waiting = queue is not None
        self.holding = False
        scheduler.tasks.insert(0, self)
        scheduler.table[ident] = self

    def is_held(self):
        return self.holding or (not self.pending and self.waiting)

    def add(self, packet, old):
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def run_once(self):
        packet = None
        if self.waiting and self.pending and not self.holding:
            packet = self.queue
            self.queue = packet.link
            self.pending = self.queue is not None
            self.waiting = False
        return self.work(packet)

    def wait(self):
        self.waiting = True
        return self

    def work(self, packet):
        raise NotImplementedError


class Idle(Task):
    def __init__(self, ident, priority, scheduler, count):
        super().__init__(ident, priority, None, scheduler)
        self.control = 1
        self.count = count

    def work(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.scheduler.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class Worker(Task):
    def __init__(self, ident, priority, queue, scheduler):
        super().__init__(ident, priority, queue, scheduler)
        self.destination = HANDLER_A
        self.count = 0

    def work(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(4):
            self.count = self.count % 26 + 1
            packet.data[i] = 64 + self.count
        return self.scheduler.send(packet, self)


class Handler(Task):
    def __init__(self, ident, priority, queue, scheduler):
        super().__init__(ident, priority, queue, scheduler)
        self.work_queue = None
        self.device_queue = None

    def work(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work_queue = packet.append_to(self.work_queue)
            else:
                self.device_queue = packet.append_to(self.device_queue)
        if self.work_queue is None:
            return self.wait()
        work = self.work_queue
        if work.datum >= 4:
            self.work_queue = work.link
            return self.scheduler.send(work, self)
        if self.device_queue is None:
            return self.wait()
        device = self.device_queue
        self.device_queue = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.scheduler.send(device, self)


class Device(Task):
    def __init__(self, ident, priority, scheduler):
        super().__init__(ident, priority, None, scheduler)
        self.waiting = True
        self.packet = None

    def work(self, packet):
        if packet is None:
            if self.packet is None:
                return self.wait()
            packet, self.packet = self.packet, None
            return self.scheduler.send(packet, self)
        self.packet = packet
        return self.scheduler.hold(self)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.table = [None] * 6
        self.sent = 0
        self.held = 0

    def hold(self, task):
        self.held += 1
        task.holding = True
        return None

    def release(self, ident):
        task = self.table[ident]
        task.holding = False
        return task

    def send(self, packet, sender):
        self.sent += 1
        task = self.table[packet.ident]
        packet.link = None
        packet.ident = sender.ident
        return task.add(packet, sender)

    def run(self):
        current = None
        while True:
            if current is None or current.is_held():
                runnable = [task for task in self.tasks if not task.is_held()]
                if not runnable:
                    return
                current = max(runnable, key=lambda task: task.priority)
            before = current
            current = current.run_once()
            if current is None and before.ident == IDLE and before.count == 0:
                return


def simulate(count):
    scheduler = Scheduler()
    Idle(IDLE, 0, scheduler, count)
    queue = Packet(None, WORKER, WORK)
    queue = Packet(queue, WORKER, WORK)
    Worker(WORKER, 1000, queue, scheduler)
    for handler, priority, device in ((HANDLER_A, 2000, DEVICE_A), (HANDLER_B, 3000, DEVICE_B)):
        queue = Packet(None, device, DEVICE)
        queue = Packet(queue, device, DEVICE)
        queue = Packet(queue, device, DEVICE)
        Handler(handler, priority, queue, scheduler)
    Device(DEVICE_A, 4000, scheduler)
    Device(DEVICE_B, 5000, scheduler)
    scheduler.run()
    return scheduler.sent, scheduler.held


print(simulate(30000))
