import logging
import sys


class ListHandler(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Shouting(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + "!"


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args and record.args[0] % 2 == 0


log = logging.getLogger("demo")
log.setLevel(logging.DEBUG)
log.propagate = False
kept = ListHandler()
kept.setFormatter(Shouting("%(name)s: %(message)s"))
log.addHandler(kept)
log.addHandler(kept)
log.info("one %d", 1)
kept.addFilter(OnlyEven())
log.info("two %d", 2)
log.info("three %d", 3)
log.info("none")
print(kept.lines, log.handlers == [kept], kept, kept.level, kept.name)
kept.setLevel("ERROR")
log.warning("four %d", 4)
print(kept.lines, log.hasHandlers(), log)
log.removeHandler(kept)
print(log.handlers, log.hasHandlers())

stream = logging.StreamHandler(sys.stdout)
stream.setFormatter(logging.Formatter("%(levelname)s %(user)s %(message)s", defaults={"user": "?"}))
log.addHandler(stream)
log.warning("plain")
log.warning("extra", extra={"user": "me"})
print(stream, logging.StreamHandler(), logging.NullHandler(), logging.Handler())
stream.terminator = "|\n"
log.addFilter(lambda record: "secret" not in record.getMessage())
log.warning("a secret")
log.warning("no se cret")
adapter = logging.LoggerAdapter(log, {"user": "adapted"})
adapter.info("by %s", "adapter")
try:
    raise KeyError("k")
except KeyError:
    adapter.exception("caught")


class Prefixed(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefixed(log, {"id": 7}).warning("prefixed %s", "it")
record = logging.LogRecord("n", logging.INFO, "/a/b.c.py", 12, "m %s", (1,), None)
print(record, record.getMessage(), record.filename, record.module, record.created, record.msecs)
print(record.levelname, record.threadName, record.processName, record.taskName, record.funcName)
formatter = logging.Formatter("%(asctime)s %(message)s")
print(formatter.format(record), formatter.formatTime(record), formatter.formatTime(record, "%Y"))
formatter.datefmt = None
print(logging.Formatter().format(record), formatter.usesTime(), formatter.datefmt)
print(logging.Filter("a.b").filter(logging.makeLogRecord({"name": "a.b.c"})))
print(logging.Filter("a.b").filter(logging.makeLogRecord({"name": "a.bc"})))
null = logging.getLogger("library")
null.addHandler(logging.NullHandler())
null.warning("nobody sees it")
print(log.getChild("x").name, logging.getLogger("demo") is log, logging.getLogger("") is logging.root)
try:
    logging.Handler().emit(record)
except NotImplementedError as error:
    print(error)
