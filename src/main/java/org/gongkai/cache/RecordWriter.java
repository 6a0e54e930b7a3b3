package org.gongkai.cache;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes values as bytes. Where digests are given, what they know is written as its digest, and
 * equal values give equal bytes, on any machine; else what was written before is named by its
 * place.
 */
final class RecordWriter {
    private final RecordFormat format;
    private final Digests digests;
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> records;
    private byte[] buffer = new byte[512];
    private int size;

    /**
     * @param digests null for bytes that can be read again
     */
    RecordWriter(RecordFormat format, Digests digests) {
        this.format = format;
        this.digests = digests;
        this.records = digests == null ? new IdentityHashMap<>() : Map.of();
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** The digest of what was written. */
    Digest digest() {
        return Digest.quick(buffer, size);
    }

    void write(Object value) {
        if (value == null) {
            put(RecordFormat.NULL);
        } else if (value instanceof String text) {
            if (!again(texts, text)) {
                text(text);
                note(texts, text);
            }
        } else if (value instanceof Integer number) {
            put(RecordFormat.INTEGER);
            number(number);
        } else if (value instanceof Long number) {
            put(RecordFormat.LONG);
            number(number);
        } else if (value instanceof Boolean truth) {
            put(truth ? RecordFormat.TRUE : RecordFormat.FALSE);
        } else if (value instanceof LocalDate day) {
            put(RecordFormat.DAY);
            number(day.toEpochDay());
        } else if (value instanceof Enum<?> constant) {
            put(RecordFormat.ENUM);
            type(constant.getDeclaringClass());
            number(constant.ordinal());
        } else if (value instanceof byte[] bytes) {
            put(RecordFormat.BYTES);
            bytes(bytes);
        } else if (value instanceof Object[] array) {
            all(RecordFormat.LIST, Arrays.asList(array));
        } else if (digests != null && digests.standsFor(value)) {
            digest(value);
        } else if (value instanceof List<?> list) {
            all(RecordFormat.LIST, list);
        } else if (value instanceof Set<?> set) {
            set(set);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Supplier<?> later) {
            write(later.get());
        } else if (value instanceof Record) {
            if (!again(records, value)) {
                record(value);
                note(records, value);
            }
        } else if (value instanceof Path path) {
            put(RecordFormat.PATH);
            bytes(path.toString().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof URI address) {
            put(RecordFormat.URI);
            bytes(address.toString().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Period period) {
            put(RecordFormat.PERIOD);
            bytes(period.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            throw new RecordFormat.Unknown(value.getClass().getName());
        }
    }

    private <T> boolean again(Map<T, Integer> before, T value) {
        Integer place = digests == null ? before.get(value) : null;
        if (place != null) {
            put(RecordFormat.AGAIN);
            number(place);
        }
        return place != null;
    }

    /** Texts and records count together, in the order in which they end. */
    private <T> void note(Map<T, Integer> before, T value) {
        if (digests == null) {
            before.put(value, texts.size() + records.size());
        }
    }

    /** As it lies in memory: to decode UTF-8 takes longer than to read twice as many bytes. */
    private void text(String text) {
        int length = text.length();
        char[] characters = new char[length];
        text.getChars(0, length, characters, 0);
        boolean wide = isWide(characters);
        put(wide ? RecordFormat.CHARACTERS : RecordFormat.TEXT);
        number(length);
        room(wide ? 2 * length : length);
        if (wide) {
            ByteBuffer.wrap(buffer, size, 2 * length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asCharBuffer()
                    .put(characters);
            size += 2 * length;
        } else {
            for (char character : characters) {
                buffer[size++] = (byte) character;
            }
        }
    }

    private static boolean isWide(char[] characters) {
        for (char character : characters) {
            if (character > 0xff) {
                return true;
            }
        }
        return false;
    }

    private void digest(Object value) {
        Digest digest = digests.known(value);
        put(RecordFormat.DIGEST);
        eightBytes(digest.a());
        eightBytes(digest.b());
    }

    private void record(Object value) {
        put(RecordFormat.RECORD);
        type(value.getClass());
        List<Object> parts = digests == null ? null : digests.parts(value);
        (parts == null ? format.components(value) : parts).forEach(this::write);
    }

    private void set(Set<?> set) {
        if (set instanceof LinkedHashSet || set instanceof SortedSet) {
            all(RecordFormat.ORDERED_SET, set);
        } else if (digests == null && areTexts(set)) {
            all(RecordFormat.TEXT_SET, new TreeSet<>(set));
        } else {
            put(RecordFormat.SET);
            sorted(set.stream().map(this::apart).toList());
        }
    }

    private void map(Map<?, ?> map) {
        if (map instanceof LinkedHashMap || map instanceof SortedMap) {
            entries(RecordFormat.ORDERED_MAP, map);
        } else if (digests == null && areTexts(map.keySet())) {
            entries(RecordFormat.TEXT_MAP, new TreeMap<>(map));
        } else {
            put(RecordFormat.MAP);
            List<byte[]> entries = new ArrayList<>();
            map.forEach((key, value) -> entries.add(apart(key, value)));
            sorted(entries);
        }
    }

    private static boolean areTexts(Set<?> values) {
        return values.stream().allMatch(String.class::isInstance);
    }

    private void entries(int tag, Map<?, ?> map) {
        put(tag);
        number(map.size());
        map.forEach(
                (key, value) -> {
                    write(key);
                    write(value);
                });
    }

    /** Values that are written by themselves, so that they can be put in an order. */
    private byte[] apart(Object... values) {
        RecordWriter writer = new RecordWriter(format, digests);
        for (Object value : values) {
            writer.write(value);
        }
        return writer.bytes();
    }

    private void sorted(List<byte[]> parts) {
        number(parts.size());
        parts.stream().sorted(Arrays::compareUnsigned).forEach(this::bytes);
    }

    private void all(int tag, Collection<?> values) {
        put(tag);
        number(values.size());
        values.forEach(this::write);
    }

    /** A class by its name the first time, then by its place among those named so far. */
    private void type(Class<?> type) {
        Integer known = types.putIfAbsent(type, types.size() + 1);
        number(known == null ? 0 : known);
        if (known == null) {
            bytes(type.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        put(bytes);
    }

    private void put(int single) {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * size);
        }
        buffer[size++] = (byte) single;
    }

    private void eightBytes(long number) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[size++] = (byte) (number >>> shift);
        }
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * size, size + more));
        }
    }

    /** Small numbers are short, also those below zero. */
    private void number(long number) {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7fL) != 0) {
            put((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }
}
