class Shelf:
    def __init__(self, *books):
        self.books = list(books)

    def __getitem__(self, place):
        return self.books[place]


class Catalogue(dict):
    def __missing__(self, key):
        return "not here"

    def __contains__(self, key):
        return True


shelf, catalogue = Shelf("Emma", "Ulysses"), Catalogue(Emma=1)

shelf[1]
"Emma" in [1.0, "Emma"]
"Ulysses" in shelf
"Moby Dick" in iter(["Moby Dick"])
catalogue["Ulysses"]
if "Ulysses" not in catalogue:
    print("cannot be")

catalogue["Ulysses"] = 2
del catalogue["Ulysses"]

list[int]
try:
    shelf[0] = "Dracula"
except TypeError as error:
    print(error)
