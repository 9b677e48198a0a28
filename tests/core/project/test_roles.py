import random

import pytest

from core.project.content import Description
from core.project.project import Project
from core.values import Role, Tag


def fingerprint(number, flipped=()):
    """Far from those of all other numbers; ``flipped`` bits make a near-duplicate."""
    value = random.Random(number).getrandbits(64)
    for bit in flipped:
        value ^= 1 << bit
    return value


@pytest.fixture
def grown(project, add):
    """Adds photos with given fingerprints and tags and returns their ids."""

    def grow(prints, tag):
        known = {row.path for row in project.photos()}
        first = len(known)
        names = [f"{first + number}.jpg" for number in range(len(prints))]
        add(project, *known, *names)
        ids = {row.path: row.id for row in project.photos()}
        for name, value in zip(names, prints, strict=True):
            project.describe(ids[name], Description(fingerprint=value))
        project.set_tags([ids[name] for name in names], tag)
        return [ids[name] for name in names]

    return grow


def roles_of(project):
    return {row.id: row.role for row in project.photos()}


def test_a_fifth_is_held_out_of_each_tag(project, grown):
    cracked = grown([fingerprint(number) for number in range(100)], Tag.CRACKED)
    clean = grown([fingerprint(number) for number in range(100, 120)], Tag.NOT_CRACKED)
    assert project.assign_roles() == {Role.TRAIN: 96, Role.HELD_OUT: 24}
    roles = roles_of(project)
    assert sum(roles[photo] is Role.HELD_OUT for photo in cracked) == 20
    assert sum(roles[photo] is Role.HELD_OUT for photo in clean) == 4


def test_the_same_photos_get_the_same_roles_in_another_project_whatever_their_order(tmp_path, add):
    outcomes = []
    for name, order in (("a", 1), ("b", -1)):
        (tmp_path / name).mkdir()
        with Project.open(tmp_path / name) as project:
            numbers = list(range(40))[::order]
            ids = add(project, *(f"{place}.jpg" for place in range(40)))
            for photo, number in zip(ids, numbers, strict=True):
                project.describe(photo, Description(fingerprint=fingerprint(number)))
            project.set_tags(ids, Tag.CRACKED)
            project.assign_roles()
            roles = roles_of(project)
            outcomes.append({number: roles[photo] for photo, number in zip(ids, numbers, strict=True)})
    assert outcomes[0] == outcomes[1]


def test_a_role_never_changes_and_newcomers_to_a_group_take_it(project, grown):
    grown([fingerprint(number) for number in range(30)], Tag.CRACKED)
    project.assign_roles()
    before = roles_of(project)
    copies = grown([fingerprint(number, flipped=(0,)) for number in range(30)], Tag.NOT_CRACKED)
    grown([fingerprint(number) for number in range(200, 260)], Tag.CRACKED)
    project.assign_roles()
    after = roles_of(project)
    assert {photo: after[photo] for photo in before} == before
    assert [after[photo] for photo in copies] == list(before.values())


def test_a_photo_between_groups_of_different_roles_stands_on_neither_side(project, grown):
    far = fingerprint(0, flipped=range(12))
    ids = grown([fingerprint(0), far, *(fingerprint(number) for number in range(1, 20))], Tag.CRACKED)
    project.assign_roles()
    with project.changing() as connection:  # whatever the lot said: make the two differ
        groups = [
            connection.execute("SELECT group_id FROM photos WHERE id = ?", (photo,)).fetchone()[0] for photo in ids[:2]
        ]
        assert groups[0] != groups[1]
        connection.execute("UPDATE groups SET role = 'train' WHERE id = ?", groups[:1])
        connection.execute("UPDATE groups SET role = 'held_out' WHERE id = ?", groups[1:])
    (bridge,) = grown([fingerprint(0, flipped=range(6))], Tag.CRACKED)
    project.assign_roles()
    roles = roles_of(project)
    assert (roles[ids[0]], roles[ids[1]], roles[bridge]) == (Role.TRAIN, Role.HELD_OUT, None)
    assert all(photo.path.name != project.photo(bridge).path for photo in project.training_photos())


def test_training_photos_leave_out_what_cannot_be_learnt_from(project, grown):
    cracked = grown([fingerprint(number) for number in range(5)], Tag.CRACKED)
    grown([fingerprint(10)], Tag.UNSURE)
    grown([fingerprint(11)], None)
    project.assign_roles()
    project.describe(cracked[0], Description(error="Broken."))
    photos = project.training_photos()
    assert [photo.path for photo in photos] == [project.root / f"{number}.jpg" for number in range(1, 5)]
    assert {photo.tag for photo in photos} == {Tag.CRACKED}
    assert len({photo.group for photo in photos}) == 4 and all(photo.group for photo in photos)
    assert sum(photo.role is Role.HELD_OUT for photo in photos) == 1


def test_near_duplicates_share_a_group_from_the_start(project, grown):
    grown([fingerprint(1), fingerprint(1, flipped=(3, 5)), fingerprint(2)], Tag.CRACKED)
    project.assign_roles()
    first, second, other = (photo.group for photo in project.training_photos())
    assert first == second != other
