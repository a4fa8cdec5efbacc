"""汇总: what villages hand in, added up for a street or county."""

from mingbai.desk.collecting.collection import Collection, Handed, Place, Sum, collection, months_collected
from mingbai.desk.collecting.paper import paper_codes, type_in
from mingbai.desk.collecting.sheets import CollectionBook, collection_book, write_collection
from mingbai.desk.collecting.taking import Collected, FileRefused, FileTaken, How, collect

__all__ = [
    "Collected",
    "Collection",
    "CollectionBook",
    "FileRefused",
    "FileTaken",
    "Handed",
    "How",
    "Place",
    "Sum",
    "collect",
    "collection",
    "collection_book",
    "months_collected",
    "paper_codes",
    "type_in",
    "write_collection",
]
