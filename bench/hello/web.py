"""What everyone's Lambda with FastAPI costs at least: Mangum, FastAPI, one route."""

from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.get("/")
def hello() -> dict[str, str]:
    return {"hello": "world"}


handler = Mangum(app, lifespan="off")
