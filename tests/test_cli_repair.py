"""``crack-review repair`` through the real command line."""

import json


def test_a_damaged_project_is_restored_and_what_was_done_is_said(cli, tmp_path, paint):
    paint(tmp_path / "a.png")
    assert cli("tags", "set", str(tmp_path), "cracked", "a.png")[0] == 0
    (tmp_path / ".crack-review" / "project.sqlite").write_bytes(b"no database" * 500)
    code, _, told = cli("tags", "export", str(tmp_path), str(tmp_path / "tags.csv"))
    assert code == 1
    assert "crack-review repair" in told
    code, out, _ = cli("repair", str(tmp_path), "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["repaired"]
    assert "1 actions were done again from the log." in answer["actions"]
    assert cli("tags", "export", str(tmp_path), str(tmp_path / "tags.csv"))[0] == 0
    assert "a.png,cracked" in (tmp_path / "tags.csv").read_text()


def test_a_whole_project_is_left_alone(cli, tmp_path, paint):
    paint(tmp_path / "a.png")
    cli("tags", "set", str(tmp_path), "cracked", "a.png")
    code, out, _ = cli("repair", str(tmp_path))
    assert (code, out.strip()) == (0, "The project is whole; nothing was changed.")


def test_a_folder_that_is_none_is_wrong_use(cli, tmp_path):
    assert cli("repair", str(tmp_path / "nowhere"))[0] == 2
