"""The agent: a model behind LiteLLM, and its tools."""

import os

from google.adk.agents import LlmAgent
from google.adk.models.lite_llm import LiteLlm
from google.adk.tools import LongRunningFunctionTool, ToolContext

from prompts import Prompts


def remember(name: str, value: str, tool_context: ToolContext) -> str:
    """Keeps something that the user has told, for all sessions of the user."""
    tool_context.state[f"user:{name.lower()}"] = value
    return f"It is in my memory now: your {name}."


def recall(name: str, tool_context: ToolContext) -> str:
    """Finds what was kept by `remember`."""
    value = tool_context.state.get(f"user:{name.lower()}")
    return f"My memory has no {name}." if value is None else f"My memory says {value}: your {name}."


def ask_user(question: str) -> None:
    """Asks the user for what is missing; the answer comes with a later message."""


def build_agent(prompts: Prompts) -> LlmAgent:
    model = LiteLlm(
        model="openai/canary",
        api_base=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ["OPENAI_API_KEY"],
    )
    return LlmAgent(
        name="practice",
        description="Answers from what it was told.",
        model=model,
        tools=[remember, recall, LongRunningFunctionTool(ask_user)],
        before_model_callback=prompts.note,
    )
