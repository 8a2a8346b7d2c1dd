# Sorting by a key function and by __lt__.


class Card:
    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __lt__(self, other):
        if self.suit != other.suit:
            return self.suit < other.suit
        return self.rank < other.rank


def cards(n):
    x = 42
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        yield Card("CDHS"[(x >> 8) % 4], (x >> 12) % 1000)


pack = list(cards(40000))
by_method = sorted(pack)
by_key = sorted(pack, key=lambda card: (card.suit, card.rank))
by_rank = sorted(pack, key=lambda card: card.rank, reverse=True)
print([card.suit + str(card.rank) for card in by_method[::8000]])
print(all(a.rank == b.rank and a.suit == b.suit for a, b in zip(by_method, by_key)))
print([card.rank for card in by_rank[::8000]])
words = sorted(str(card.rank) + card.suit for card in pack)
print(words[::8000])
