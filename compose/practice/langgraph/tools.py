"""What the model may use: a memory for all conversations, and a question to the user in mid-run."""

from langchain_core.tools import tool
from langgraph.config import get_store
from langgraph.types import interrupt

MEMORIES = ("memories",)


@tool
async def remember(name: str, value: str) -> str:
    """Keeps something that the user has told, for all conversations."""
    await get_store().aput(MEMORIES, name.lower(), {"value": value})
    return f"It is in my memory now: your {name}."


@tool
async def recall(name: str) -> str:
    """Finds what was kept by `remember`."""
    found = await get_store().aget(MEMORIES, name.lower())
    return f"My memory has no {name}." if found is None else f"My memory says {found.value['value']}: your {name}."


@tool
async def ask_user(question: str) -> str:
    """Asks the user for what is missing, and goes on with the answer."""
    return interrupt(question)


TOOLS = [remember, recall, ask_user]
