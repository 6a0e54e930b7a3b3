package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gongkai.Browser;
import org.gongkai.BrowserPage;
import org.gongkai.InBrowser;
import org.gongkai.Json;
import org.gongkai.StaticServer;
import org.gongkai.TinyColumn;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that arrive damaged never make a wrong answer, and new ones change no more than needed. */
@InBrowser
class SearchFilesTest {
    private static final int NOTICES = 550;
    private static final Tiering WHOLE = Tiering.of(1);
    private static final Tiering SMALL = new Tiering(16, 4, 8, false);
    private static final String DAMAGED = "SearchError damaged";
    private static final String MISSING = "SearchError missing";
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>404</title></head><body><main>找不到</main></body></html>";

    private static final String UNIT = "样例县人民政府办公室";

    /** Together they read each kind of file. */
    private static final List<String> QUESTIONS =
            List.of(
                    "index.search('贯彻执行 道路', {facets: true})",
                    "index.search('样政办发〔2023〕7号')",
                    "index.search('养护道路 贯彻执行道路养护办法')",
                    "index.search('daoluyanghu')",
                    "index.search('', {filters: {unit: ['zhengfuban']}, sort: 'newest'})",
                    "index.search('道路', {facets: true, units: true})",
                    "index.search('道路')",
                    "index.search('" + UNIT + "')",
                    "index.search('\"乡村路网\" 贯彻')",
                    "index.suggest('道路')");

    /** The answer, or the error by its name and code. */
    private static final String ASK =
            """
            (async () => {
              const {openIndex} = await import('%ssearch/client.js');
              try {
                const index = await openIndex('%<ssearch/');
                return JSON.stringify(await %s, (key, value) => key === 'bytes' ? undefined : value);
              } catch (error) {
                return `${error.name} ${error.code}`;
              }
            })()""";

    @TempDir private Path folder;

    @Test
    void damagedFileIsToldAndNeverAnsweredFrom(Browser browser) throws IOException {
        TinyColumn column = column().build();
        assertTrue(column.published(), () -> column.problems().toString());
        Path search = column.out().resolve("search");
        Set<String> kinds = new TreeSet<>();
        try (SearchIndex index = new SearchIndexer().index(column.site());
                StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            page.open(server.url());
            for (Tiering tiering : List.of(WHOLE, SMALL)) {
                delete(exported(search));
                new SearchExport(index, tiering).write(column.out());
                for (String question : QUESTIONS) {
                    int before = server.requests().size();
                    String right = ask(page, server, question);
                    assertTrue(right.startsWith("{") || right.startsWith("["), right);
                    List<String> read =
                            server.requests().stream().skip(before).distinct().sorted().toList();
                    Damage damage = new Damage(page, server, question, right);
                    for (String path : oneOfEachKind(read, kinds, tiering)) {
                        damage.to(
                                column.out()
                                        .resolve(
                                                path.substring(1)
                                                        .replaceFirst("/$", "/index.html")));
                    }
                }
            }
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "a",
                                "d",
                                "f",
                                "facets.bin",
                                "h",
                                "manifest.json",
                                "n",
                                "newest",
                                "notices",
                                "p",
                                "p in tiers",
                                "p names",
                                "s",
                                "t",
                                "t in tiers",
                                "u",
                                "units.bin",
                                "y")),
                kinds);
    }

    @Test
    void documentThatARareWordLeavesIsAskedForTheOtherWordsAndNotTheirLongLists(Browser browser)
            throws IOException {
        TinyColumn column = withNotice(column(), NOTICES, "关于贯彻执行道路养护办法的通知", "龘龘").build();
        Path search = column.out().resolve("search");
        delete(exported(search));
        try (SearchIndex index = new SearchIndexer().index(column.site());
                StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            new SearchExport(index, SMALL).write(column.out());
            page.open(server.url());
            int before = server.requests().size();
            String question =
                    "index.search('龘龘 贯彻执行道路养护办法').then(({hits}) => hits.map(hit => hit.id))";
            assertEquals("[\"2023/n" + NOTICES + "\"]", ask(page, server, question));
            Map<String, Long> kinds =
                    server.requests().stream()
                            .skip(before)
                            .filter(path -> path.endsWith(".bin"))
                            .collect(
                                    Collectors.groupingBy(
                                            path -> path.split("/")[3], Collectors.counting()));
            // The manifest tells of the words that all titles have, and the document what is shown.
            assertEquals(Map.of("t", 1L, "f", 1L), kinds);
        }
    }

    @Test
    void nameOfAUnitIsAnsweredByOneFileAndNothingElseByIt(Browser browser) throws IOException {
        TinyColumn column = column();
        column.with(
                "content/notices/2023/n7.tasks.yml",
                "标题: 2023年任务\n任务:\n  - {要求: %s, 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n"
                        .formatted(wordWithTheHashOf(UNIT)));
        column.build();
        try (SearchIndex index = new SearchIndexer().index(column.site());
                StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            page.open(server.url());
            assertEquals(List.of("a"), foldersRead(page, server, index, UNIT, ""));
            assertEquals(List.of("a"), foldersRead(page, server, index, "  " + UNIT, "limit: 3"));
            for (String options :
                    List.of(
                            "offset: 1",
                            "limit: 11",
                            "sort: 'newest'",
                            "filters: {year: ['2023']}")) {
                List<String> read = foldersRead(page, server, index, UNIT, options);
                assertFalse(read.contains("a"), () -> options + " " + read);
            }
            assertFalse(foldersRead(page, server, index, "-" + UNIT, "").contains("a"));
            assertEquals(List.of("a"), foldersRead(page, server, index, "贯彻", ""));
            assertFalse(foldersRead(page, server, index, "贯彻执行", "").contains("a"));
            assertTrue(foldersRead(page, server, index, wordWithTheHashOf(UNIT), "").size() > 1);
        }
    }

    /** Another word, whose answer would be in the same file. */
    private static String wordWithTheHashOf(String name) {
        int wanted = Shards.hash(Bytes.utf8(name)) & 0xffff;
        return IntStream.range(0, 1 << 18)
                .mapToObj(i -> "" + (char) ('一' + (i >> 9)) + (char) ('一' + (i & 511)))
                .filter(word -> (Shards.hash(Bytes.utf8(word)) & 0xffff) == wanted)
                .findFirst()
                .orElseThrow();
    }

    /** In which folders the files stand that a page reads for an answer, which must be Lucene's. */
    private static List<String> foldersRead(
            BrowserPage page, StaticServer server, SearchIndex index, String query, String options)
            throws IOException {
        int before = server.requests().size();
        String question =
                "index.search('%s', {%s}).then(({total, hits}) => [total, ...hits.map(hit => hit.id)])"
                        .formatted(query, options);
        String found = ask(page, server, question);
        Map<String, List<String>> filters =
                options.startsWith("filters") ? Map.of("year", List.of("2023")) : Map.of();
        SearchAnswer answer =
                index.search(
                        new SearchQuestion(
                                query,
                                options.equals("limit: 3")
                                        ? 3
                                        : options.equals("limit: 11") ? 11 : 10,
                                options.equals("offset: 1") ? 1 : 0,
                                options.startsWith("sort"),
                                filters));
        assertEquals(
                answer.hits().stream()
                        .map(hit -> ",\"" + hit.notice().id() + "\"")
                        .collect(Collectors.joining("", "[" + answer.total(), "]")),
                found);
        return server.requests().stream()
                .skip(before)
                .filter(path -> path.endsWith(".bin"))
                .map(path -> path.split("/")[3])
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void manifestOfAnExportThatIsNotThereIsTold(Browser browser) throws IOException {
        TinyColumn column = column().build();
        Path manifest = column.out().resolve("search/manifest.json");
        byte[] old = Files.readAllBytes(manifest);
        withNotice(column, NOTICES, "关于桥梁养护的通知", "桥梁").build();
        Files.write(manifest, old);
        try (StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            page.open(server.url());
            assertEquals(MISSING, ask(page, server, "index.search('道路')"));
        }
    }

    @Test
    void siteThatIsPublishedAnewIsPickedUpWithoutReloading(Browser browser) throws IOException {
        TinyColumn column = column().build();
        try (StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            String open = "import('" + server.url() + "search/client.js').then(({openIndex}) => ";
            String few = "index.search('道路', {limit: 1}).then(({hits}) => hits.length)";
            String all =
                    "index.search('道路', {limit: 1000}).then(({total, hits}) =>"
                            + " [total, hits.map(({id}) => id)])";
            page.open(server.url())
                    .evaluate(
                            open + "openIndex('search/').then(index => { window.index = index }))");
            assertEquals("1", page.evaluate(few));
            Path gone = exported(column.out().resolve("search"));
            withNotice(column, NOTICES, "关于道路桥梁养护的通知", "龘龘").build();
            assertTrue(Files.notExists(gone), "the old files are gone");
            String found = page.evaluate(all);
            assertTrue(found.contains("\"2023/n" + NOTICES + "\""), found);
            page.evaluate(open + "openIndex('search/').then(index => { window.index = index }))");
            assertEquals(page.evaluate(all), found);
        }
    }

    @Test
    void exportsOfOneSiteAreAlikeToTheLastByte() throws IOException {
        Site site = column().site();
        assertEquals(export(site, "first", WHOLE), export(site, "second", WHOLE));
        assertEquals(export(site, "third", SMALL), export(site, "fourth", SMALL));
    }

    @Test
    void noticeThatComesLastLeavesTheShardsOfOtherWordsAsTheyWere() throws IOException {
        TinyColumn column = column();
        Map<String, Integer> before = withoutFolder(export(column.site(), "before", WHOLE));
        withNotice(column, NOTICES, "关于桥梁的通知", "本通知已经废止。\n\n桥梁");
        column.withNotice(
                "2023/n" + NOTICES,
                "发布日期: 2023-09-14",
                "发布日期: 2023-09-14\n有效性: 废止",
                "00000001",
                "99999999",
                "〔2023〕1号",
                "〔2023〕999号");
        Site site = column.site();
        Map<String, Integer> after = withoutFolder(export(site, "after", WHOLE));
        Notice added = site.notices().stream().sorted(SearchIndexer.ORDER).toList().get(NOTICES);
        assertEquals("2023/n" + NOTICES, added.id());

        Set<String> touched = new TreeSet<>();
        Shards shards = new Shards((int) names(after, "t/").count());
        List<String> tokens = new ArrayList<>(Tokens.ofLetters(Letters.of(added.title()), true));
        SearchIndexer.segments(added)
                .forEach(each -> tokens.addAll(Tokens.ofLetters(Letters.of(each), false)));
        for (String token : tokens) {
            touched.add("t/" + Shards.name(shards.of(Bytes.utf8(token))) + ".bin");
        }
        assertEquals(names(before, "t/").toList(), names(after, "t/").toList());
        Set<String> changed = new TreeSet<>(names(after, "t/").toList());
        changed.removeIf(name -> after.get(name).equals(before.get(name)));
        assertEquals(touched, changed);
        int untouched = shards.count() - touched.size();
        assertTrue(untouched > 10, untouched + " of " + shards.count());
        for (int shard = 0; shard < NOTICES / SearchExport.DOCUMENTS_PER_SHARD; shard++) {
            String name = "d/" + shard + ".bin";
            assertEquals(before.get(name), after.get(name), name);
        }
        assertNotEquals(before.get("newest/0.bin"), after.get("newest/0.bin"));
    }

    @Test
    void wordThatIsAddedToATextLeavesTheListsOfOtherWordsAsTheyWere() throws IOException {
        TinyColumn column = column();
        Map<String, Integer> before = withoutFolder(export(column.site(), "before", SMALL));
        withNotice(column, 7, "关于贯彻执行道路养护办法的通知", "贯彻执行道路养护办法，乡村路网。\n\n" + own(7) + "\n\n龘龘");
        Map<String, Integer> after = withoutFolder(export(column.site(), "after", SMALL));
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(name -> after.get(name).equals(before.get(name)));
        assertEquals(names(before, "p/").toList(), names(after, "p/").toList());
        assertTrue(names(after, "p/").count() > 100);
        changed.removeIf(name -> !name.matches("[tph]/.*"));
        assertEquals(
                Set.of("t/" + Shards.name(shardOf("龘龘", names(after, "t/").count())) + ".bin"),
                changed);
    }

    private static int shardOf(String token, long shards) {
        return new Shards((int) shards).of(Bytes.utf8(token));
    }

    /** What is done to a file, and what a question must then come to. */
    private record Damage(BrowserPage page, StaticServer server, String question, String right) {
        private static final String RIGHT = "the right answer";

        void to(Path file) throws IOException {
            byte[] sound = Files.readAllBytes(file);
            int length = sound.length;
            boolean isPage = file.endsWith("index.html");
            for (int cut : List.of(1, length / 3, length * 2 / 3, length - 2)) {
                // The page's foot tells nothing of the notice.
                if (!isPage || cut < length - 2) {
                    expect(DAMAGED, file, Arrays.copyOf(sound, cut), "cut at " + cut);
                }
            }
            expect(DAMAGED, file, new byte[0], "empty");
            expect(DAMAGED, file, Bytes.utf8(HTML), "another page");
            expect(DAMAGED, file, another(file), "another file");
            if (!isPage) {
                expectFlips(file, sound);
                expect(DAMAGED, file, longer(sound), "a byte more");
            }
            Files.delete(file);
            assertEquals(MISSING, outcome(), "no " + file);
            expect(RIGHT, file, sound, "sound again");
        }

        private void expectFlips(Path file, byte[] sound) throws IOException {
            int[] places =
                    IntStream.concat(
                                    IntStream.range(0, 12),
                                    IntStream.rangeClosed(0, 6)
                                            .map(i -> 12 + (sound.length - 13) * i / 6))
                            .toArray();
            int told = 0;
            for (int place : places) {
                byte[] flipped = sound.clone();
                flipped[place] ^= (byte) (1 << place % 8);
                // The time in a gzip header, and what fills up a byte, tell nothing.
                boolean idle =
                        file.toString().endsWith(".bin")
                                && Arrays.equals(unpacked(flipped), unpacked(sound));
                String expected = idle ? RIGHT : DAMAGED;
                expect(expected, file, flipped, "byte " + place);
                told += idle ? 0 : 1;
            }
            assertTrue(told >= 12, "bytes that tell something: " + told);
        }

        /** What a file holds; nothing if it is damaged. */
        private static byte[] unpacked(byte[] packed) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return in.readAllBytes();
            } catch (IOException e) {
                return new byte[0];
            }
        }

        private void expect(String expected, Path file, byte[] bytes, String what)
                throws IOException {
            Files.write(file, bytes);
            assertEquals(expected, outcome(), what + ": " + file);
        }

        private String outcome() {
            String outcome = ask(page, server, question);
            boolean error = outcome.matches("\\w+ \\w+");
            return error ? outcome : outcome.equals(right) ? RIGHT : "another answer: " + outcome;
        }

        private static byte[] longer(byte[] sound) {
            byte[] longer = Arrays.copyOf(sound, sound.length + 1);
            longer[sound.length] = 'x';
            return longer;
        }

        /** A sound file of the same kind if there is one, or else of another kind. */
        private static byte[] another(Path file) throws IOException {
            try (Stream<Path> beside = Files.list(file.getParent())) {
                Path other =
                        beside.filter(Files::isRegularFile)
                                .filter(each -> each.toString().endsWith(".bin"))
                                .filter(each -> !each.equals(file))
                                .sorted()
                                .findFirst()
                                .orElse(null);
                if (other == null) {
                    Path root = file;
                    while (!root.getFileName().toString().equals("public")) {
                        root = root.getParent();
                    }
                    other = root.resolve("data/notices.json");
                }
                return Files.readAllBytes(other);
            }
        }
    }

    private static List<String> oneOfEachKind(
            List<String> paths, Set<String> seen, Tiering tiering) {
        Map<String, String> byKind = new LinkedHashMap<>();
        for (String path : paths) {
            String kind = path.replaceFirst("^/search/[0-9a-f]{16}/", "");
            kind = kind.replaceFirst("^/(search/)?", "").replaceFirst("/.*", "");
            if (tiering == SMALL && kind.matches("[tp]")) {
                kind += path.endsWith("-all.bin") ? " names" : " in tiers";
            }
            if (!kind.endsWith(".js") && !seen.contains(kind)) {
                byKind.put(kind, path);
            }
        }
        seen.addAll(byKind.keySet());
        return List.copyOf(byKind.values());
    }

    private static String ask(BrowserPage page, StaticServer server, String question) {
        return (String) Json.read(page.evaluate(ASK.formatted(server.url(), question)));
    }

    /** The only folder in search/. */
    private static Path exported(Path search) throws IOException {
        try (Stream<Path> all = Files.list(search)) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            assertEquals(1, folders.size(), folders::toString);
            return folders.get(0);
        }
    }

    private Map<String, Integer> export(Site site, String name, Tiering tiering)
            throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        try (SearchIndex index = new SearchIndexer().index(site)) {
            new SearchExport(index, tiering).write(out);
        }
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        out.relativize(file).toString().replace('\\', '/'),
                        Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        assertTrue(contents.size() > 50, "files: " + contents.size());
        return contents;
    }

    private static Map<String, Integer> withoutFolder(Map<String, Integer> contents) {
        Map<String, Integer> renamed = new TreeMap<>();
        contents.forEach(
                (name, content) ->
                        renamed.put(name.replaceFirst("^search/[0-9a-f]{16}/", ""), content));
        return renamed;
    }

    private static Stream<String> names(Map<String, Integer> contents, String start) {
        Collection<String> names = contents.keySet();
        return names.stream().filter(name -> name.startsWith(start));
    }

    /** So many notices, each with words that no other has, that lists have files of their own. */
    private TinyColumn column() {
        TinyColumn column = new TinyColumn(folder.resolve("tiny"));
        for (int i = 0; i < NOTICES; i++) {
            withNotice(column, i, "关于贯彻执行道路养护办法的通知", "贯彻执行道路养护办法，乡村路网。\n\n" + own(i));
        }
        return column.with(
                "content/notices/2023/n5.tasks.yml",
                "标题: 2023年任务\n任务:\n  - {要求: 样例县人民政府办公室养护道路, 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n");
    }

    /** Words that no other notice has. */
    private static String own(int i) {
        StringBuilder own = new StringBuilder();
        new Random(20261122 + i).ints(60, '一', '鿿').forEach(own::appendCodePoint);
        return own.toString();
    }

    private static TinyColumn withNotice(TinyColumn column, int i, String title, String body) {
        return column.withNotice(
                "2023/n" + i,
                "样例县人民政府办公室关于做好政务公开工作的通知",
                title,
                "00000001",
                String.format("%08d", i),
                "〔2023〕1号",
                "〔2023〕" + (i + 1) + "号",
                "请认真贯彻执行。",
                body);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
