import asyncio
import re


class App:
    def __init__(self):
        self.routes = []

    def route(self, path):
        regex = re.compile("^" + re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", path) + "$")

        def deco(fn):
            self.routes.append((regex, fn))
            return fn
        return deco

    async def dispatch(self, path):
        for regex, fn in self.routes:
            if m := regex.match(path):
                return 200, await fn(**m.groupdict())
        return 404, "not found"


app = App()


@app.route("/")
async def index():
    return "index"


@app.route("/users/<name>/posts/<post_id>")
async def post(name, post_id):
    await asyncio.sleep(0.1)
    return f"{name}'s post {int(post_id)}"


async def main():
    for p in ("/", "/users/ann/posts/12", "/nope"):
        print(p, *await app.dispatch(p))

asyncio.run(main())
