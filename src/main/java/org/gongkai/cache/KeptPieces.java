package org.gongkai.cache;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Large files that are put together of many pieces: most of them stand in the old file as they
 * would be made, and are copied from there.
 */
public final class KeptPieces {
    /** Of what is no piece, or may not be taken over. */
    public static final Digest NONE = new Digest(0, 0);

    private final BuildCache.Section section;
    private final UnaryOperator<Path> old;

    /**
     * @param old the file of the old site at a path below its root; null where that is not as the
     *     build that remembered its pieces left it
     */
    public KeptPieces(BuildCache.Section section, UnaryOperator<Path> old) {
        this.section = section;
        this.old = old;
    }

    /** One that knows nothing. */
    public static KeptPieces none() {
        return new KeptPieces(BuildCache.none().section("pieces"), path -> null);
    }

    /**
     * Begins a file.
     *
     * @param path below the site's root
     * @param of what all of its pieces are made of beside their own
     */
    public PieceFile begin(Path root, Path path, Digest of) throws IOException {
        String key = path.toString().replace('\\', '/');
        byte[] memo = section.get(key);
        Path before = memo == null ? null : old.apply(path);
        Map<Digest, Place> places = before == null ? Map.of() : places(memo, of);
        return new PieceFile(key, of, root.resolve(path), places.isEmpty() ? null : before, places);
    }

    /** Where a piece stands in the old file. */
    private record Place(long start, int length) {}

    private static Map<Digest, Place> places(byte[] memo, Digest of) {
        ByteBuffer in = ByteBuffer.wrap(memo);
        Map<Digest, Place> places = new HashMap<>();
        if (new Digest(in.getLong(), in.getLong()).equals(of)) {
            for (long start = 0; in.hasRemaining(); ) {
                Digest piece = new Digest(in.getLong(), in.getLong());
                int length = in.getInt();
                places.put(piece, new Place(start, length));
                start += length;
            }
        }
        return places;
    }

    /** A file that is being written. */
    public final class PieceFile implements Closeable {
        private static final int ENTRY = 2 * Long.BYTES + Integer.BYTES;

        private final String key;
        private final FileChannel to;
        private final FileChannel from;
        private final Map<Digest, Place> places;
        private ByteBuffer memo = ByteBuffer.allocate(1 << 16);
        private long start;
        private long length;

        private PieceFile(String key, Digest of, Path file, Path before, Map<Digest, Place> places)
                throws IOException {
            this.key = key;
            this.places = places;
            this.from = before == null ? null : FileChannel.open(before);
            this.to =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            memo.putLong(of.a()).putLong(of.b());
        }

        /** Writes what is no piece, or may not be taken over by the next build. */
        public void write(byte[] bytes) throws IOException {
            write(NONE, bytes);
        }

        /** Writes a piece. */
        public void write(Digest piece, byte[] bytes) throws IOException {
            copyRun();
            note(piece, bytes.length);
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                to.write(rest);
            }
        }

        /** Copies a piece; false where the old file has no such one. */
        public boolean copy(Digest piece) throws IOException {
            Place place = piece.equals(NONE) ? null : places.get(piece);
            if (place == null) {
                return false;
            }
            if (place.start() != start + length) {
                copyRun();
                start = place.start();
            }
            length += place.length();
            note(piece, place.length());
            return true;
        }

        private void note(Digest piece, int size) {
            if (memo.remaining() < ENTRY) {
                memo =
                        ByteBuffer.wrap(Arrays.copyOf(memo.array(), 2 * memo.capacity()))
                                .position(memo.position());
            }
            memo.putLong(piece.a()).putLong(piece.b()).putInt(size);
        }

        /** Copies the pieces that stand in the old file one after the other. */
        private void copyRun() throws IOException {
            while (length > 0) {
                long copied = from.transferTo(start, length, to);
                if (copied <= 0) {
                    throw new EOFException(key);
                }
                start += copied;
                length -= copied;
            }
        }

        /** Ends it and remembers its pieces. */
        public void end() throws IOException {
            copyRun();
            section.put(key, Arrays.copyOf(memo.array(), memo.position()));
        }

        @Override
        public void close() throws IOException {
            try (from) {
                to.close();
            }
        }
    }
}
