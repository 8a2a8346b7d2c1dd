"""The codecs of the library, as the registry of codecs has them."""

import _codecs
import codecs
import sys as _sys

_known = {}


def find(plain, name):
    """What is known of a codec, by its name in the form of searches and its own name, if it has one."""
    if plain in _OTHER_NAMES:
        return _OTHERS[_OTHER_NAMES[plain]]
    if name is None:
        return None
    if name not in _known:
        _known[name] = _parts(name)
    return codecs.CodecInfo(*_known[name])


def _function(name, ending):
    """A function of `_codecs`, or one like them."""
    short = {"iso8859-1": "latin_1"}.get(name, name.replace("-", "_"))
    known = getattr(_codecs, f"{short}_{ending}", None)
    if known is not None:
        return known
    make = _codecs._encoder if ending == "encode" else _codecs._decoder
    return make(f"{short}_{ending}", name)


def _parts(name):
    """What a codec consists of: functions, classes and its name."""
    encode, decode = _function(name, "encode"), _function(name, "decode")
    if name == "utf-8-sig":
        classes = _with_signature()
        encode = _signed_encode
        decode = _signed_decode
    elif name in ("utf-16", "utf-32"):
        classes = _with_mark(int(name[4:]))
    else:
        classes = _plain(encode, decode)
    module = "encodings." + name.replace("-", "_")
    for made, shown in zip(classes, ("IncrementalEncoder", "IncrementalDecoder", "StreamReader",
                                     "StreamWriter")):
        made.__name__ = made.__qualname__ = shown
        made.__module__ = module
    encoder, decoder, reader, writer = classes

    def whole(input, errors="strict"):
        # A text that is decoded by itself goes on nowhere.
        return decode(input, errors, True)

    if _takes_final(decode):
        whole.__name__ = whole.__qualname__ = "decode"
        whole.__module__ = module
    else:
        whole = decode
    return encode, whole, reader, writer, encoder, decoder, name


def _takes_final(decode):
    return decode.__code__.co_argcount > 2


def _plain(encode, decode):
    """The classes of an encoding without a mark at its beginning."""
    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if _takes_final(decode):
        class Decoder(codecs.BufferedIncrementalDecoder):
            _buffer_decode = staticmethod(decode)

        # Those that decode escapes do so to the end unless told otherwise.
        partial = (lambda input, errors="strict": decode(input, errors, False))
    else:
        class Decoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

        partial = decode

    class Writer(codecs.StreamWriter):
        pass

    class Reader(codecs.StreamReader):
        pass

    Writer.encode = Reader.encode = staticmethod(encode)
    Writer.decode = Reader.decode = staticmethod(partial)
    return Encoder, Decoder, Reader, Writer


def _with_mark(bits):
    """Those of an encoding that tells the order of its bytes at its beginning."""
    name = f"utf_{bits}"
    encode = getattr(_codecs, f"{name}_encode")
    ex_decode = getattr(_codecs, f"{name}_ex_decode")
    little_encode, big_encode = (getattr(_codecs, f"{name}_{end}_encode") for end in ("le", "be"))
    little_decode, big_decode = (getattr(_codecs, f"{name}_{end}_decode") for end in ("le", "be"))
    is_little = _sys.byteorder == "little"
    own_encode = little_encode if is_little else big_encode

    def begin(input, errors, final):
        """What is decoded, how much of it, and by which function to go on."""
        output, consumed, order = ex_decode(input, errors, 0, final)
        if not order and consumed >= bits // 8:
            raise UnicodeDecodeError(f"utf-{bits}", bytes(input), 0, bits // 8,
                                     "Stream does not start with BOM")
        return output, consumed, {-1: little_decode, 0: None, 1: big_decode}[order]

    class Encoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.encoder = None

        def encode(self, input, final=False):
            if self.encoder is not None:
                return self.encoder(input, self.errors)[0]
            result = encode(input, self.errors)[0]
            self.encoder = own_encode
            return result

        def reset(self):
            super().reset()
            self.encoder = None

        def getstate(self):
            return 0 if self.encoder else 2

        def setstate(self, state):
            self.encoder = None if state else own_encode

    class Decoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.decoder = None

        def _buffer_decode(self, input, errors, final):
            if self.decoder is not None:
                return self.decoder(input, self.errors, final)
            output, consumed, self.decoder = begin(input, errors, final)
            return output, consumed

        def reset(self):
            super().reset()
            self.decoder = None

        def getstate(self):
            state = super().getstate()[0]
            if self.decoder is None:
                return state, 2
            return state, int(is_little == (self.decoder is big_decode))

        def setstate(self, state):
            super().setstate(state)
            state = state[1]
            self.decoder = {0: little_decode if is_little else big_decode,
                            1: big_decode if is_little else little_decode}.get(state)

    class Writer(codecs.StreamWriter):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self.encoder = None

        def reset(self):
            super().reset()
            self.encoder = None

        def encode(self, input, errors="strict"):
            if self.encoder is not None:
                return self.encoder(input, errors)
            result = encode(input, errors)
            self.encoder = own_encode
            return result

    class Reader(codecs.StreamReader):
        def reset(self):
            super().reset()
            self.__dict__.pop("decode", None)

        def decode(self, input, errors="strict"):
            output, consumed, decoder = begin(input, errors, False)
            if decoder is not None:
                self.decode = decoder
            return output, consumed

    return Encoder, Decoder, Reader, Writer


# UTF-8 with a signature at its beginning.


def _signed_encode(input, errors="strict"):
    return codecs.BOM_UTF8 + _codecs.utf_8_encode(input, errors)[0], len(input)


def _signed_decode(input, errors="strict"):
    skipped = 0
    if bytes(input[:3]) == codecs.BOM_UTF8:
        input, skipped = input[3:], 3
    output, consumed = _codecs.utf_8_decode(input, errors, True)
    return output, consumed + skipped


def _with_signature():
    decode = _codecs.utf_8_decode

    class Encoder(codecs.IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.first = 1

        def encode(self, input, final=False):
            text = _codecs.utf_8_encode(input, self.errors)[0]
            first, self.first = self.first, 0
            return codecs.BOM_UTF8 + text if first else text

        def reset(self):
            super().reset()
            self.first = 1

        def getstate(self):
            return self.first

        def setstate(self, state):
            self.first = state

    class Decoder(codecs.BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.first = 1

        def _buffer_decode(self, input, errors, final):
            skipped = 0
            if self.first:
                if len(input) < 3 and codecs.BOM_UTF8.startswith(input):
                    # It may be the signature, unless nothing follows.
                    if not final:
                        return "", 0
                    self.first = 0
                else:
                    self.first = 0
                    skipped = 3 if input[:3] == codecs.BOM_UTF8 else 0
            output, consumed = decode(input[skipped:], errors, final)
            return output, consumed + skipped

        def reset(self):
            super().reset()
            self.first = 1

        def getstate(self):
            return super().getstate()[0], self.first

        def setstate(self, state):
            super().setstate(state)
            self.first = state[1]

    class Writer(codecs.StreamWriter):
        def reset(self):
            super().reset()
            self.__dict__.pop("encode", None)

        def encode(self, input, errors="strict"):
            self.encode = _codecs.utf_8_encode
            return _signed_encode(input, errors)

    class Reader(codecs.StreamReader):
        def reset(self):
            super().reset()
            self.__dict__.pop("decode", None)

        def decode(self, input, errors="strict"):
            if len(input) < 3:
                if codecs.BOM_UTF8.startswith(input):
                    # The beginning of the signature, or nothing yet.
                    return "", 0
            elif input[:3] == codecs.BOM_UTF8:
                self.decode = decode
                output, consumed = decode(input[3:], errors)
                return output, consumed + 3
            self.decode = decode
            return decode(input, errors)

    return Encoder, Decoder, Reader, Writer


# Codecs that are not between text and bytes.

def _rot13(input, errors="strict"):
    def turned(char):
        for first in "aA":
            at = ord(char) - ord(first)
            if 0 <= at < 26:
                return chr(ord(first) + (at + 13) % 26)
        return char
    return "".join(map(turned, input)), len(input)


def _hex_encode(input, errors="strict"):
    return bytes(input).hex().encode("ascii"), len(input)


def _hex_decode(input, errors="strict"):
    return bytes.fromhex(bytes(input).decode("ascii")), len(input)


_OTHERS = {
    "rot13": codecs.CodecInfo(_rot13, _rot13, name="rot-13", _is_text_encoding=False),
    "hex": codecs.CodecInfo(_hex_encode, _hex_decode, name="hex", _is_text_encoding=False),
}
_OTHER_NAMES = {"rot13": "rot13", "rot_13": "rot13", "hex": "hex", "hex_codec": "hex"}
