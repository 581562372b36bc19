import logging
import sys

print(logging.getLogger().level, logging.root, logging.lastResort)
log = logging.getLogger("app")
log.info("not shown")
log.warning("by the last resort: %s", 1)
log.error("of %d and %r", 2, "x", exc_info=ValueError("v"))
logging.info("sets up the root")
logging.warning("after that")
log.warning("with %(a)s", {"a": 3})
log.critical({"no": "text"})
log.exception("nothing handled")

logging.basicConfig(
    level=logging.DEBUG,
    format="%(asctime)s.%(msecs)03d %(levelname)-8s [%(name)s] %(message)s",
    datefmt="%H:%M:%S",
    stream=sys.stdout,
    force=True,
)
log.debug("shown now")
child = logging.getLogger("app.db.pool")
between = logging.getLogger("app.db")
print(child.parent, between.parent, log.parent, child, between)
print(child.hasHandlers(), child.getEffectiveLevel(), child.isEnabledFor(5))
between.setLevel("ERROR")
child.warning("hidden")
child.error("shown")
log.log(35, "between the levels")
log.log(logging.INFO, "by number", extra={"user": "u"})

try:
    [][1]
except IndexError:
    log.exception("failed %s", "here")
    log.error("no traceback")
    log.warning("traceback", exc_info=True)

logging.basicConfig(force=True, level="INFO", style="{",
                    format="{levelname:>8}|{name}|{lineno}|{funcName}|{filename}|{module}|{message}")


def work():
    logging.info("in a function")
    log.info("there too")


work()
logging.getLogger("app").info("%s items", 3)
logging.basicConfig(force=True, style="$", format="$levelname ${name} $$ $message $taskName $asctime")
log.warning("dollars")
for arguments in [dict(style="x"), dict(format="nothing"), dict(format="{x", style="%"),
                  dict(format="none", style="{"), dict(format="none", style="$"),
                  dict(format="$", style="$"), dict(level="loud"), dict(level=1.5),
                  dict(handlers=[], stream=sys.stderr)]:
    try:
        logging.basicConfig(force=True, **arguments)
        print("accepted", arguments)
    except Exception as error:
        print(repr(error))
for call in [lambda: log.log("x", "y"), lambda: log.info(), lambda: log.warning("x", wrong=1),
             lambda: logging.getLogger(3), lambda: log.setLevel("x"),
             lambda: log.warning("x", extra={"name": 1})]:
    try:
        call()
    except Exception as error:
        print(repr(error))
print(logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(7))
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelNamesMapping())
logging.basicConfig(force=True, level=0)
log.log(25, "a level of its own")
logging.disable(logging.ERROR)
log.error("disabled")
log.critical("not disabled")
logging.disable(logging.NOTSET)
log.error("again")
logging.shutdown()
