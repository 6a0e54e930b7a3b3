package org.gongkai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws words as texts use them: few very often, most seldom (Zipf's law), and in each text some of
 * its own again and again.
 */
final class SampleWords {
    private static final String FILE = "sample-words.txt";

    /** How many words a text has of its own. */
    private static final int OWN = 25;

    private final Map<String, List<String>> words;
    private final List<String> own = new ArrayList<>();
    private final String matter;
    private final Random random;

    private SampleWords(Map<String, List<String>> words, String matter, Random random) {
        this.words = words;
        this.matter = matter;
        this.random = random;
    }

    /** All words; draws for no text yet. */
    static SampleWords read() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        try (InputStream in = SampleWords.class.getResourceAsStream(FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .forEach(line -> words.put(line[0], List.of(line[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleWords(words, "", new Random(0));
    }

    /** Those for a text on a matter. */
    SampleWords of(String textMatter, Random textRandom) {
        SampleWords text = new SampleWords(words, textMatter, textRandom);
        List<String> all = words.get("什么");
        for (int i = 0; i < OWN; i++) {
            text.own.add(all.get(textRandom.nextInt(all.size())));
        }
        return text;
    }

    /** What a title says before its matter. */
    String title() {
        return action()
                + (random.nextInt(2) == 0 ? "" : place())
                + (random.nextInt(2) == 0 ? "" : thing());
    }

    /** Something to do, as 落实消防检查责任. */
    String clause() {
        return switch (random.nextInt(4)) {
            case 0 -> action() + thing() + "和" + thing() + "的" + thing();
            case 1 -> action() + matter + thing();
            case 2 -> action() + thing() + thing() + thing();
            default -> "按照" + thing() + thing() + action() + thing();
        };
    }

    /** Two or three things. */
    String things() {
        return thing() + "、" + thing() + (random.nextInt(2) == 0 ? "" : "、" + thing());
    }

    /** A village that is found on no map. */
    String place() {
        return any("哪里") + any("哪里") + any("地貌") + (random.nextInt(4) == 0 ? "社区" : "村");
    }

    private String action() {
        return frequent(words.get("做什么"));
    }

    private String thing() {
        return random.nextInt(5) < 2
                ? own.get(random.nextInt(own.size()))
                : frequent(words.get("什么"));
    }

    private String any(String group) {
        List<String> list = words.get(group);
        return list.get(random.nextInt(list.size()));
    }

    /** The nth of the list is drawn about one nth as often as the first. */
    private String frequent(List<String> list) {
        return list.get((int) Math.pow(list.size(), random.nextDouble()) - 1);
    }
}
