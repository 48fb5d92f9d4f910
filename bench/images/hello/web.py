"""Mangum, FastAPI and one route: the least that any Lambda with FastAPI costs."""

from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.get("/")
def hello() -> dict[str, str]:
    return {"hello": "world"}


handler = Mangum(app, lifespan="off")
