package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.gongkai.model.Notice;

/**
 * The index of an earlier build, in a folder that may be deleted at any time. Whatever notice
 * stands in it unchanged is taken over, and only the others are cut into words.
 */
public final class KeptIndex {
    private static final String GENERATOR = "generator";
    private static final String NOTICES = "notices";

    /** From so many pieces, an index is not put together faster than it is made. */
    private static final int MOST_PIECES = 12;

    /** So many notices are put in their places each time before an index that has them is kept. */
    private static final int MOST_PATCHED = 8;

    /** Of more, each term's list would be looked through for too many. */
    private static final int MOST_REPLACED = 24;

    private final Path folder;
    private final boolean isAnew;
    private final String generator;
    private final Function<Notice, String> print;

    /** Documents that follow one another in one of the two indexes, perhaps with gaps. */
    private record Piece(boolean old, List<Integer> documents) {
        boolean continues(boolean sameIndex, int document) {
            return old == sameIndex && document > documents.get(documents.size() - 1);
        }
    }

    /**
     * @param folder need not exist
     * @param generator tells this program from every other version of it
     * @param print tells a notice, as it is indexed, from every other
     */
    public KeptIndex(Path folder, String generator, Function<Notice, String> print) {
        this(folder, false, generator, print);
    }

    private KeptIndex(
            Path folder, boolean isAnew, String generator, Function<Notice, String> print) {
        this.folder = folder;
        this.isAnew = isAnew;
        this.generator = generator;
        this.print = print;
    }

    /** The same, but of the index that is there nothing is used: it is only replaced. */
    public KeptIndex anew() {
        return new KeptIndex(folder, true, generator, print);
    }

    /** What is remembered of an index beside it. */
    Map<String, String> memo(List<Notice> notices) {
        return Map.of(
                GENERATOR,
                generator,
                NOTICES,
                String.join("\n", notices.stream().map(print).toList()));
    }

    /**
     * The index of these notices, as if it were made of them anew; null where too little of it is
     * known. Where it differs from what was kept by little, that stays as it is.
     *
     * @param making makes the index of some notices
     */
    IndexReader index(List<Notice> notices, Making making) throws IOException {
        try {
            Directory earlier = earlier();
            return earlier == null ? null : index(notices, making, DirectoryReader.open(earlier));
        } catch (IOException | IllegalArgumentException e) {
            // A damaged one counts as none.
            return null;
        }
    }

    /** Makes an index of some notices. */
    @FunctionalInterface
    interface Making {
        Directory of(List<Notice> notices) throws IOException;
    }

    /** In memory, since files that are open can't be replaced on every system. */
    private Directory earlier() throws IOException {
        if (isAnew || !Files.isDirectory(folder)) {
            return null;
        }
        Directory copy = new ByteBuffersDirectory();
        try (Directory files = new NIOFSDirectory(folder)) {
            copy(files, copy);
        }
        return copy;
    }

    private static void copy(Directory from, Directory to) throws IOException {
        for (String file : from.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                to.copyFrom(from, file, file, IOContext.READONCE);
            }
        }
    }

    private IndexReader index(List<Notice> notices, Making making, DirectoryReader reader)
            throws IOException {
        Map<String, String> memo = reader.getIndexCommit().getUserData();
        if (notices.isEmpty()
                || !generator.equals(memo.get(GENERATOR))
                || reader.leaves().size() != 1) {
            return null;
        }
        CodecReader old = checked(reader);
        Map<String, Integer> places = new HashMap<>();
        String[] prints = memo.get(NOTICES).split("\n");
        for (int i = 0; i < prints.length; i++) {
            places.put(prints[i], i);
        }
        List<Notice> others = new ArrayList<>();
        List<Piece> pieces = pieces(notices, places, others);
        if (old.maxDoc() != prints.length) {
            return null;
        }
        if (others.isEmpty() && isWhole(pieces, prints.length)) {
            return reader;
        }
        int[] replaced = replaced(pieces, prints.length);
        if (replaced == null && pieces.size() > MOST_PIECES) {
            return null;
        }
        if (others.isEmpty()) {
            return merged(notices, parts(pieces, old, null));
        }
        DirectoryReader young = DirectoryReader.open(making.of(others));
        if (replaced != null && PatchedSegment.fits(reader, young)) {
            PatchedSegment patched = new PatchedSegment(reader, young, replaced);
            return replaced.length <= MOST_PATCHED
                    ? patched
                    : merged(notices, SlowCodecReaderWrapper.wrap(patched));
        }
        return pieces.size() > MOST_PIECES
                ? null
                : merged(notices, parts(pieces, old, checked(young)));
    }

    private static CodecReader[] parts(List<Piece> pieces, CodecReader old, CodecReader young) {
        return pieces.stream()
                .map(piece -> part(piece.old() ? old : young, piece.documents()))
                .toArray(CodecReader[]::new);
    }

    private static boolean isWhole(List<Piece> pieces, int documents) {
        return pieces.size() == 1 && pieces.get(0).documents().size() == documents;
    }

    /**
     * The places of the few notices that are new, where each of the others is where it was; null
     * where that is not so.
     */
    private static int[] replaced(List<Piece> pieces, int documents) {
        List<Integer> replaced = new ArrayList<>();
        int place = 0;
        for (Piece piece : pieces) {
            for (int document : piece.documents()) {
                if (!piece.old()) {
                    replaced.add(place);
                } else if (document != place) {
                    return null;
                }
                place++;
            }
        }
        return place == documents && replaced.size() <= MOST_REPLACED
                ? replaced.stream().mapToInt(Integer::intValue).toArray()
                : null;
    }

    private static CodecReader checked(DirectoryReader reader) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(0);
        leaf.reader().checkIntegrity();
        return (CodecReader) leaf.reader();
    }

    /** Where each notice is, in their order; the ones that are nowhere are added to the others. */
    private List<Piece> pieces(
            List<Notice> notices, Map<String, Integer> places, List<Notice> others) {
        List<Piece> pieces = new ArrayList<>();
        for (Notice notice : notices) {
            Integer place = places.get(print.apply(notice));
            boolean old = place != null;
            int document = old ? place : others.size();
            if (!old) {
                others.add(notice);
            }
            if (pieces.isEmpty() || !pieces.get(pieces.size() - 1).continues(old, document)) {
                pieces.add(new Piece(old, new ArrayList<>()));
            }
            pieces.get(pieces.size() - 1).documents().add(document);
        }
        return pieces;
    }

    private IndexReader merged(List<Notice> notices, CodecReader... parts) throws IOException {
        Directory merged = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(merged, SearchIndexer.unsorted())) {
            writer.addIndexes(parts);
            writer.forceMerge(1);
            writer.setLiveCommitData(memo(notices).entrySet());
        }
        keep(merged);
        return DirectoryReader.open(merged);
    }

    /** The rest counts as deleted, and is left behind. */
    private static CodecReader part(CodecReader whole, List<Integer> documents) {
        FixedBitSet live = new FixedBitSet(whole.maxDoc());
        documents.forEach(live::set);
        return new FilterCodecReader(whole) {
            @Override
            public Bits getLiveDocs() {
                return live;
            }

            @Override
            public int numDocs() {
                return documents.size();
            }

            @Override
            public CacheHelper getCoreCacheHelper() {
                return null;
            }

            @Override
            public CacheHelper getReaderCacheHelper() {
                return null;
            }
        };
    }

    /** Keeps an index for the next build. That it can't be kept costs time alone. */
    void keep(Directory index) {
        Path fresh = folder.resolveSibling(folder.getFileName() + "-new");
        try {
            delete(fresh);
            try (Directory files = new NIOFSDirectory(fresh)) {
                copy(index, files);
            }
            delete(folder);
            Files.move(fresh, folder);
        } catch (IOException e) {
            // The next build makes all anew.
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
