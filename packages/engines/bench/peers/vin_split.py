"""The split by VIN that the benches of the valuation share."""

MASK = 0xFFFFFFFF


def text_hash(text):
    """FNV-1a with the final mix of MurmurHash3, as in statistics/text-hash.ts."""
    value = 0x811C9DC5
    for character in text:
        value = ((value ^ ord(character)) * 0x01000193) & MASK
    value ^= value >> 16
    value = (value * 0x85EBCA6B) & MASK
    value ^= value >> 13
    value = (value * 0xC2B2AE35) & MASK
    return value ^ (value >> 16)


def is_held(vin):
    """True for the 30 % of the VINs that are held back."""
    return text_hash(str(vin)) % 10 >= 7
