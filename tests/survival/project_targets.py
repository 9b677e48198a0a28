"""Projects, their logs and bundles, and tables of tags, spoilt and read."""

import json
import random
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

from core.errors import CoreError
from core.photos import pairing
from core.project import bundle, merge, repair, tagcsv
from core.project.project import Project
from tests.core.photos.test_mutations import SEEDS
from tests.core.project import test_damage
from tests.survival.mutations import spoilt, spoilt_json, spoilt_table
from tests.survival.target import Target, made


class Database(Target):
    """Project files: opened, used, and repaired from backup and log."""

    def prepare(self) -> None:
        self.whole = test_damage.fill(made(self.folder / "whole"))
        with Project.open(self.whole) as project:
            from core.project import backups

            backups.make(project)
            project.set_setting("after", "the backup")
        self.copy = self.folder / "copy"

    def content(self, chance: random.Random) -> bytes:
        content = bytearray((self.whole / ".crack-review" / "project.sqlite").read_bytes())
        ways = (test_damage.flipped, test_damage.cut_short, test_damage.overwritten, test_damage.misspelt)
        chance.choice(ways)(content, chance)
        return bytes(content)

    def read(self, file: Path) -> None:
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.whole, self.copy)
        shutil.copyfile(file, self.copy / ".crack-review" / "project.sqlite")
        told = None
        try:
            test_damage.use(self.copy)
        except CoreError as error:
            told = error
        repair.repair(self.copy)
        test_damage.use(self.copy)
        if told is not None:
            raise told


class Log(Target):
    """The log beside a project whose file is gone: what makes sense of it comes back."""

    def prepare(self) -> None:
        self.whole = test_damage.fill(made(self.folder / "whole"))
        (self.log,) = (self.whole / ".crack-review" / "log").glob("*.jsonl")
        self.copy = self.folder / "copy"

    def content(self, chance: random.Random) -> bytes:
        lines = self.log.read_bytes().splitlines()
        for _ in range(chance.randint(1, 5)):
            number = chance.randrange(len(lines))
            if lines[number]:
                lines[number] = spoilt_json(json.loads(self.log.read_bytes().splitlines()[number]), chance)
        return b"\n".join(lines)

    def read(self, file: Path) -> None:
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.whole, self.copy)
        shutil.copyfile(file, self.copy / ".crack-review" / "log" / self.log.name)
        (self.copy / ".crack-review" / "project.sqlite").unlink()
        repair.repair(self.copy)
        test_damage.use(self.copy)


class Bundle(Target):
    """A colleague's project in one file, also with foreign names in it."""

    def prepare(self) -> None:
        whole = test_damage.fill(made(self.folder / "whole"))
        self.project = Project.open(whole)
        bundle.export_bundle(self.project, self.folder / "whole.crackreview")
        self.whole = (self.folder / "whole.crackreview").read_bytes()

    def content(self, chance: random.Random) -> bytes:
        if chance.random() < 0.6:
            return spoilt(self.whole, chance)
        buffer = BytesIO()
        with zipfile.ZipFile(BytesIO(self.whole)) as source, zipfile.ZipFile(buffer, "w") as target:
            for member in source.infolist():
                odd = chance.choice(
                    ("../../outside", "/tmp/outside", "corrections/../../outside", "a\\..\\b", "x" * 300)
                )
                name = odd if chance.random() < 0.3 else member.filename
                content = source.read(member)
                target.writestr(name, spoilt(content, chance) if chance.random() < 0.5 else content)
        return buffer.getvalue()

    def read(self, file: Path) -> None:
        try:
            with bundle.opened(file) as theirs:
                merge.compare(self.project, theirs)
                merge.merge(self.project, theirs, {})
        finally:
            assert not list(self.folder.parent.glob("outside*")), "a name led out of the bundle"


class Tags(Target):
    """Tables of tags, as an import and as a training set."""

    def prepare(self) -> None:
        photos = made(self.folder / "photos")
        for number in range(6):
            (photos / f"{number}.png").write_bytes(SEEDS["png"])
        self.project = Project.open(photos)
        self.project.sync(pairing.photos(photos))

    def content(self, chance: random.Random) -> bytes:
        plain = "photo,tag\n" + "".join(f"{number}.png,cracked\n" for number in range(6))
        full = "image,tag,source,photo\n" + "".join(f"{number}.png,not_cracked,site,p{number}\n" for number in range(6))
        return spoilt_table(chance.choice((plain, full)), chance)

    def read(self, file: Path) -> None:
        told = None
        try:
            found = tagcsv.import_tags(self.project, file)
            assert set(found.change.photos) <= {row.id for row in self.project.photos()}
        except CoreError as error:
            told = error
        for photo in tagcsv.read_training_set(file, self.project.folder):
            assert self.project.folder in photo.path.resolve().parents, f"{photo.path} lies outside"
        if told is not None:
            raise told
