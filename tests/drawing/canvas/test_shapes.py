"""Shapes with smooth edges."""

from PIL import Image

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import COLOURS, PAPER, Ink
from invoicy.drawing.canvas.shapes import BADGE, badge, smoothly
from tests.drawing.pictures import colours_in

RED = COLOURS[Ink.WRONG]


def test_a_pen_draws_in_the_pixels_of_the_image() -> None:
    image = Image.new("RGB", (100, 100), PAPER)
    smoothly(image, Rect(20, 20, 100, 100), lambda pen: pen.fill(Rect(50, 50, 60, 60), RED, radius=0))
    assert image.getpixel((55, 55)) == RED
    assert image.getpixel((45, 45)) == image.getpixel((65, 65)) == PAPER


def test_a_pen_draws_nothing_outside_of_its_area() -> None:
    image = Image.new("RGB", (100, 100), PAPER)
    smoothly(image, Rect(0, 0, 50, 50), lambda pen: pen.fill(Rect(0, 0, 100, 100), RED, radius=0))
    assert image.getpixel((25, 25)) == RED
    assert image.getpixel((75, 75)) == PAPER


def test_a_frame_leaves_its_inside_white() -> None:
    image = Image.new("RGB", (100, 100), PAPER)
    smoothly(image, Rect(0, 0, 100, 100), lambda pen: pen.frame(Rect(10, 10, 90, 90), RED, 2))
    assert image.getpixel((50, 50)) == PAPER
    assert image.getpixel((50, 10)) != PAPER


def test_the_edge_of_a_disc_is_smooth() -> None:
    image = Image.new("RGB", (40, 40), PAPER)
    badge(image, (5, 5), 3, RED)
    colours = colours_in(image)
    assert RED in colours
    assert len(colours) > 5
    assert image.getpixel((5 + BADGE // 2, 6)) == RED
