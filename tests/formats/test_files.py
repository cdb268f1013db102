"""Files: read whole as UTF-8, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplomod.errors import DiplomodError, FileError, TextError
from diplomod.formats.files import decoded, read_lines, read_text, write_text


def broken(fault: BaseException) -> Iterator[str]:
    yield "the first half\n"
    raise fault


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Café 日本\r\n".encode(), "Café 日本\r\n"),
        (b"\xef\xbb\xbfwords", "words"),
        (b"\xef\xbb\xbf\xef\xbb\xbfwords", "\ufeffwords"),
        (b"a\x00b\x0c", "a\x00b\x0c"),
    ],
)
def test_text_is_kept_to_the_letter(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    assert read_text(tmp_path / "a") == read_text(str(tmp_path / "a")) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ab\xff", "a.txt: byte 2 is no UTF-8 (0xff); save the text as UTF-8"),
        ("é".encode("latin-1"), "a.txt: byte 0 is no UTF-8 (0xe9)"),
        ("words".encode("utf-16"), "a.txt: byte 0 is no UTF-8 (0xff)"),
        (b"\xed\xa0\x80", "a.txt: byte 0 is no UTF-8 (0xed)"),
    ],
)
def test_bytes_that_are_no_utf8(data: bytes, message: str) -> None:
    with pytest.raises(TextError) as caught:
        decoded(data, "a.txt")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "message"),
    [("none", "No such file"), (".", "Is a directory"), ("a\0b", "null")],
    ids=["none", "folder", "0"],
)
def test_files_that_can_not_be_read(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=message):
        read_text(tmp_path / name)
    with pytest.raises(FileError, match=message):
        list(read_lines(tmp_path / name))


def test_lines_have_their_numbers_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffone\r\n\n \t\ntwo\u2028more\nlast".encode())
    assert list(read_lines(tmp_path / "a")) == [(1, "one\r\n"), (4, "two\u2028more\n"), (5, "last")]


def test_a_bad_line_is_told_when_it_is_reached(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\n\xff\n")
    lines = read_lines(tmp_path / "a")
    assert next(lines) == (1, "one\n")
    with pytest.raises(TextError, match="line 2: byte 0 is no UTF-8"):
        next(lines)


def test_what_is_written_is_there_whole(tmp_path: Path) -> None:
    write_text(tmp_path / "a", ["Café\r\n", "", "日本\n"])
    assert (tmp_path / "a").read_bytes() == "Café\r\n日本\n".encode()
    write_text(str(tmp_path / "a"), iter(()))
    assert held(tmp_path) == {"a": ""}


@pytest.mark.parametrize("before", [{}, {"a": "old"}], ids=["new file", "file that was there"])
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (RuntimeError("stop"), RuntimeError),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (FileError("other.txt: No such file"), FileError),
        (TextError("no UTF-8"), TextError),
        (OSError(28, "No space left on device"), FileError),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_nothing_is_left_behind_by_a_failure(
    fault: BaseException, error: type[BaseException], before: dict[str, str], tmp_path: Path
) -> None:
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(error) as caught:
        write_text(tmp_path / "a", broken(fault))
    assert held(tmp_path) == before
    if isinstance(fault, DiplomodError):
        assert caught.value is fault


@pytest.mark.parametrize("piece", [None, b"bytes", "\ud800"])
def test_pieces_that_are_no_text_leave_nothing_behind(piece: Any, tmp_path: Path) -> None:
    with pytest.raises((AttributeError, UnicodeEncodeError)):
        write_text(tmp_path / "a", ["one", piece])
    assert held(tmp_path) == {}


def test_the_old_file_can_be_read_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")

    def watching() -> Iterator[str]:
        yield "new"
        assert (tmp_path / "a").read_text() == "old"

    write_text(tmp_path / "a", watching())
    assert held(tmp_path) == {"a": "new"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_of_a_file_is_kept(mode: int, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(mode)
    write_text(tmp_path / "a", ["new"])
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_text(tmp_path / "a", ["new"])
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    write_text(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert not (tmp_path / "a").is_symlink()
    assert held(tmp_path) == {"a": "new", "link": "new"}


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127])
def test_the_longest_name_that_a_file_can_have(name: str, tmp_path: Path) -> None:
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("names are shorter here")
    write_text(tmp_path / name, ["new"])
    assert held(tmp_path) == {name: "new"}


@pytest.mark.parametrize("name", ["none/a", "a\0b", "x" * 5000])
def test_files_that_can_not_be_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        write_text(tmp_path / name, ["new"])
    assert held(tmp_path) == {}


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileError, match="directory"):
        write_text(tmp_path / "a", ["new"])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="needs a null device")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_text("/dev/null", ["new"])
    assert not Path("/dev/null").is_file()
