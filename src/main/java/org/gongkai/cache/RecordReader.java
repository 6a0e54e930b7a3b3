package org.gongkai.cache;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader {
    private final RecordFormat format;
    private final ByteBuffer in;
    private final List<Class<?>> types = new ArrayList<>();
    private final List<Object> before = new ArrayList<>();
    private char[] scratch = new char[64];

    RecordReader(RecordFormat format, byte[] bytes) {
        this(format, ByteBuffer.wrap(bytes));
    }

    private RecordReader(RecordFormat format, ByteBuffer in) {
        this.format = format;
        this.in = in;
    }

    Object read() {
        int tag = in.get();
        return switch (tag) {
            case RecordFormat.NULL -> null;
            case RecordFormat.TEXT -> noted(format.shared(text(StandardCharsets.ISO_8859_1)));
            case RecordFormat.CHARACTERS -> noted(format.shared(characters()));
            case RecordFormat.AGAIN -> before.get((int) number());
            case RecordFormat.INTEGER -> (int) number();
            case RecordFormat.LONG -> number();
            case RecordFormat.TRUE -> true;
            case RecordFormat.FALSE -> false;
            case RecordFormat.DAY -> LocalDate.ofEpochDay(number());
            case RecordFormat.ENUM -> type().getEnumConstants()[(int) number()];
            case RecordFormat.RECORD -> noted(record());
            case RecordFormat.LIST -> list();
            case RecordFormat.ORDERED_SET -> values(new LinkedHashSet<>());
            case RecordFormat.SET -> set();
            case RecordFormat.TEXT_SET -> values(new HashSet<>());
            case RecordFormat.ORDERED_MAP -> entries(new LinkedHashMap<>());
            case RecordFormat.MAP -> map();
            case RecordFormat.TEXT_MAP -> entries(new HashMap<>());
            case RecordFormat.BYTES -> bytes();
            case RecordFormat.PATH -> Path.of(text());
            case RecordFormat.URI -> URI.create(text());
            case RecordFormat.PERIOD -> Period.parse(text());
            default -> throw new IllegalStateException("no such tag: " + tag);
        };
    }

    private Object noted(Object value) {
        before.add(value);
        return value;
    }

    private Object record() {
        Shape shape = format.shape(type());
        Object[] components = new Object[shape.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = read();
        }
        try {
            return shape.make(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object> list() {
        Object[] values = new Object[(int) number()];
        boolean holes = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = read();
            holes |= values[i] == null;
        }
        return holes ? Collections.unmodifiableList(Arrays.asList(values)) : List.of(values);
    }

    private Set<Object> values(Set<Object> set) {
        int size = (int) number();
        for (int i = 0; i < size; i++) {
            set.add(read());
        }
        return set;
    }

    private Set<Object> set() {
        int size = (int) number();
        Set<Object> set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(apart().read());
        }
        return set;
    }

    private Map<Object, Object> entries(Map<Object, Object> map) {
        int size = (int) number();
        for (int i = 0; i < size; i++) {
            Object key = read();
            map.put(key, read());
        }
        return map;
    }

    private Map<Object, Object> map() {
        int size = (int) number();
        Map<Object, Object> map = new HashMap<>();
        for (int i = 0; i < size; i++) {
            RecordReader entry = apart();
            Object key = entry.read();
            map.put(key, entry.read());
        }
        return map;
    }

    private RecordReader apart() {
        int length = (int) number();
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new RecordReader(format, part);
    }

    private Class<?> type() {
        int known = (int) number();
        if (known > 0) {
            return types.get(known - 1);
        }
        Class<?> type = format.type(text());
        types.add(type);
        return type;
    }

    private String text() {
        return text(StandardCharsets.UTF_8);
    }

    private String text(Charset charset) {
        int length = (int) number();
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, charset);
        in.position(in.position() + length);
        return text;
    }

    private String characters() {
        int length = (int) number();
        if (length > scratch.length) {
            scratch = new char[2 * length];
        }
        byte[] bytes = in.array();
        int from = in.arrayOffset() + in.position();
        for (int i = 0; i < length; i++) {
            int at = from + 2 * i;
            scratch[i] = (char) (bytes[at] & 0xff | bytes[at + 1] << Byte.SIZE);
        }
        in.position(in.position() + 2 * length);
        return new String(scratch, 0, length);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[(int) number()];
        in.get(bytes);
        return bytes;
    }

    private long number() {
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            rest |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
    }
}
