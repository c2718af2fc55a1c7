"""A graph of LangGraph behind `a2a-sdk`: the contextId of A2A is the thread of LangGraph."""

import asyncio
import os

import uvicorn
from a2a.server.request_handlers import DefaultRequestHandler
from a2a.server.routes import create_agent_card_routes, create_jsonrpc_routes
from a2a.server.tasks import InMemoryTaskStore
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from card import card_at
from executor import GraphExecutor
from graph import open_graph
from prompts import Prompts


async def main() -> None:
    host, port = "127.0.0.1", int(os.environ["PORT"])
    card = card_at(f"http://{host}:{port}/")
    prompts = Prompts()
    async with open_graph(os.environ["MOLECULE_MEMORY_ROOT"], prompts) as graph:
        handler = DefaultRequestHandler(
            agent_executor=GraphExecutor(graph),
            task_store=InMemoryTaskStore(),
            agent_card=card,
        )
        routes = [
            *create_agent_card_routes(card),
            *create_jsonrpc_routes(handler, "/", enable_v0_3_compat=True),
            Route("/admin/prompts", lambda _request: JSONResponse(prompts.by_context)),
        ]
        config = uvicorn.Config(Starlette(routes=routes), host=host, port=port, log_level="info")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(main())
