"""Permanent parts in learning: near-duplicates share a group, a group is learnt from or held out, for good.

Versions can only be compared on photos that none of them saw, so a role never changes once it is given. About one
group in five is held out, of each tag alike; which ones follows from the groups' hashes.
"""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.photos import identity
from core.project.content import fingerprints
from core.project.database import told_if_damaged, transaction
from core.project.register import decoded
from core.values import Role, Tag, TaggedPhoto

HELD_OUT_SHARE = 0.2
LEARNT = (Tag.CRACKED, Tag.NOT_CRACKED)


@dataclass(frozen=True, slots=True)
class _Group:
    id: int
    role: Role | None
    key: str = ""


def assign(connection: sqlite3.Connection) -> dict[Role, int]:
    """Gives groups to all photos with a fingerprint and roles to all groups with a tag; counts the new roles.

    A photo that is a near-duplicate of groups with different roles gets none: it may stand on neither side.
    """
    with transaction(connection):
        for members in _clusters(fingerprints(connection)):
            _join(connection, members)
        return _give_roles(connection)


def by_group(connection: sqlite3.Connection) -> dict[str, str]:
    """All roles that were given, by the groups' keys."""
    return dict(connection.execute("SELECT key, role FROM groups WHERE role IS NOT NULL"))


@told_if_damaged
def training_photos(connection: sqlite3.Connection, root: Path) -> tuple[TaggedPhoto, ...]:
    """The photos to learn from and to score on: tagged cracked or not cracked, there, readable, with a role.

    ``source`` is the first folder of the path.
    """
    rows = connection.execute(
        "SELECT path, tag, key, role FROM photos JOIN tags ON tags.photo = photos.id"
        " JOIN groups ON groups.id = photos.group_id"
        " WHERE tag IN (?, ?) AND role IS NOT NULL AND error IS NULL AND NOT is_missing"
        " ORDER BY natural_key, path",
        LEARNT,
    )
    return tuple(_tagged(root, decoded(path), tag, group=key, role=role) for path, tag, key, role in rows)


def _tagged(root: Path, path: str, tag: str, *, group: str, role: str) -> TaggedPhoto:
    source = path.partition("/")[0] if "/" in path else ""
    return TaggedPhoto(root / path, Tag(tag), group=group, source=source, role=Role(role))


def _clusters(prints: dict[int, int]) -> Iterator[dict[int, int]]:
    """Near-duplicates: photo ids with their fingerprints."""
    clusters: dict[int, dict[int, int]] = defaultdict(dict)
    labels = identity.groups(list(prints.values()))
    for (photo, fingerprint), label in zip(prints.items(), labels, strict=True):
        clusters[label][photo] = fingerprint
    yield from clusters.values()


def _join(connection: sqlite3.Connection, members: dict[int, int]) -> None:
    groups = _groups_of(connection, members)
    roles = {group.role for group in groups if group.role is not None}
    if len(roles) > 1:
        return
    if not groups:
        group = _new_group(connection, min(members.values()))
    else:
        # The group with the role stays: its hash is what the role was given for.
        group = min(groups, key=lambda group: (group.role is None, group.id)).id
    connection.executemany(
        "UPDATE photos SET group_id = ? WHERE group_id = ?",
        [(group, other.id) for other in groups if other.id != group],
    )
    connection.executemany(
        "UPDATE photos SET group_id = ? WHERE id = ? AND group_id IS NOT ?",
        [(group, photo, group) for photo in members],
    )


def _groups_of(connection: sqlite3.Connection, photos: Iterable[int]) -> list[_Group]:
    found: dict[int, _Group] = {}
    for photo in photos:
        row = connection.execute(
            "SELECT groups.id, role FROM photos JOIN groups ON groups.id = group_id WHERE photos.id = ?", (photo,)
        ).fetchone()
        if row is not None:
            found[row[0]] = _Group(row[0], None if row[1] is None else Role(row[1]))
    return list(found.values())


def _new_group(connection: sqlite3.Connection, fingerprint: int) -> int:
    """The smallest fingerprint names a group, so that two projects of the same photos agree.

    A group of that name may be there without photos: after a repair, or when its photos were taken away.
    """
    key = hashlib.blake2b(f"{fingerprint:016x}".encode(), digest_size=8).hexdigest()
    row = connection.execute("SELECT id FROM groups WHERE key = ?", (key,)).fetchone()
    if row is not None:
        return int(row[0])
    group = connection.execute("INSERT INTO groups (key) VALUES (?)", (key,)).lastrowid
    assert group is not None, "an INSERT that did not raise has a row"
    return group


def _give_roles(connection: sqlite3.Connection) -> dict[Role, int]:
    given = dict.fromkeys(Role, 0)
    for groups in _strata(connection).values():
        known = [group.role for group in groups if group.role is not None]
        held_out, total = known.count(Role.HELD_OUT), len(known)
        for group in sorted((group for group in groups if group.role is None), key=lambda group: group.key):
            total += 1
            role = Role.HELD_OUT if held_out + 0.5 < HELD_OUT_SHARE * total else Role.TRAIN
            held_out += role is Role.HELD_OUT
            given[role] += 1
            connection.execute("UPDATE groups SET role = ? WHERE id = ?", (role, group.id))
    return given


def _strata(connection: sqlite3.Connection) -> dict[Tag, list[_Group]]:
    """Groups by tag. One with a single cracked photo counts as cracked."""
    rows = connection.execute(
        "SELECT groups.id, role, key, min(tag = 'not_cracked') FROM groups"
        " JOIN photos ON photos.group_id = groups.id JOIN tags ON tags.photo = photos.id"
        " WHERE tag IN (?, ?) GROUP BY groups.id",
        LEARNT,
    )
    strata: dict[Tag, list[_Group]] = {tag: [] for tag in LEARNT}
    for id_, role, key, is_clean in rows:
        group = _Group(id_, None if role is None else Role(role), key)
        strata[Tag.NOT_CRACKED if is_clean else Tag.CRACKED].append(group)
    return strata
