"""The graph: a model and its tools; threads and memories lie in SQLite."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os.path import join

from langchain_core.runnables import RunnableConfig
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.prebuilt import ToolNode, tools_condition
from langgraph.store.sqlite.aio import AsyncSqliteStore

from prompts import Prompts
from tools import TOOLS


@asynccontextmanager
async def open_graph(folder: str, prompts: Prompts) -> AsyncIterator[CompiledStateGraph]:
    async with (
        AsyncSqliteSaver.from_conn_string(join(folder, "threads.db")) as threads,
        AsyncSqliteStore.from_conn_string(join(folder, "memories.db")) as memories,
    ):
        await memories.setup()
        yield builder_of(prompts).compile(checkpointer=threads, store=memories)


def builder_of(prompts: Prompts) -> StateGraph:
    # Endpoint and key come from OPENAI_BASE_URL and OPENAI_API_KEY.
    model = ChatOpenAI(model="canary", streaming=True).bind_tools(TOOLS)

    async def talk(state: MessagesState, config: RunnableConfig) -> dict:
        prompts.note(config["configurable"]["thread_id"], state["messages"])
        return {"messages": [await model.ainvoke(state["messages"], config)]}

    builder = StateGraph(MessagesState)
    builder.add_node("talk", talk)
    builder.add_node("tools", ToolNode(TOOLS))
    builder.add_edge(START, "talk")
    builder.add_conditional_edges("talk", tools_condition)
    builder.add_edge("tools", "talk")
    return builder
