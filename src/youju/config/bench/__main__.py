"""One engine measured in a process and a folder of its own: `python -m youju.config.bench FOLDER MEMBERS`.

The parent says by the environment where data, keys and database are; the result is left in the folder.
"""

import json
import os
import sys
from pathlib import Path


def main(folder: Path, members: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")
    import django

    django.setup()
    from youju.config.bench import loaded, measuring
    from youju.config.bench.office import Office
    from youju.config.console import console
    from youju.config.static import collect
    from youju.records import engine

    office = Office(members)
    office.found()
    collect()
    with console.status("准备") as status:
        measures = list(measuring.measure(office, folder, lambda text: status.update(f"{text}……")))
        status.update("八人同时翻看列表……")
        load = loaded.under_load(office)
    result = {
        "engine": engine.in_force(),
        "members": members,
        "memory_mb": measuring.memory_mb(),
        "load": load.as_json(),
        "tasks": [one.as_json() for one in measures],
    }
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
