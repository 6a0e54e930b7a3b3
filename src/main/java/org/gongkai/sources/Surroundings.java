package org.gongkai.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the reading of one file asks of the column beyond that file. All answers are noted: where
 * they and the file are the same, the same is read.
 */
final class Surroundings {
    private static final String MISSING = "missing";
    private static final String OUTSIDE = "outside";

    private final Path root;
    private final Addresses addresses;
    private final SortedMap<String, String> answers = new TreeMap<>();

    Surroundings(Path root, Addresses addresses) {
        this.root = root.toAbsolutePath().normalize();
        this.addresses = addresses;
    }

    /** Whether the column holds a notice with this id. */
    boolean hasNotice(String id) {
        return ask("notice " + id).equals("true");
    }

    /** Whether the column holds a page with this name. */
    boolean hasPage(String name) {
        return ask("page " + name).equals("true");
    }

    /** The path under which the site lies, with slashes at both ends. */
    String basePath() {
        return ask("base ");
    }

    /** Whether there is such a file; a symbolic link is none. */
    boolean isFile(Path file) {
        return !ask("file " + name(file)).equals(MISSING);
    }

    /** Whether a file that there is lies in that folder, links being followed. */
    boolean isInside(Path file, Path folder) {
        return ask("inside " + name(folder) + "\n" + name(file)).equals("true");
    }

    /** The size of a file that there is. */
    long size(Path file) {
        return Long.parseLong(ask("file " + name(file)));
    }

    /** All that was asked so far, with the answers. */
    Map<String, String> answers() {
        return answers;
    }

    /** Whether these questions would be answered so today. */
    boolean wouldAnswer(Map<String, String> earlier) {
        return earlier.entrySet().stream()
                .allMatch(each -> answer(each.getKey()).equals(each.getValue()));
    }

    private String name(Path path) {
        return root.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private String ask(String question) {
        return answers.computeIfAbsent(question, this::answer);
    }

    private String answer(String question) {
        int end = question.indexOf(' ');
        String of = question.substring(end + 1);
        try {
            return switch (question.substring(0, end)) {
                case "notice" -> String.valueOf(addresses.notices().contains(of));
                case "page" -> String.valueOf(addresses.pages().contains(of));
                case "base" -> addresses.basePath();
                case "file" -> file(root.resolve(of));
                case "inside" -> inside(of);
                default -> throw new IllegalArgumentException(question);
            };
        } catch (InvalidPathException e) {
            return OUTSIDE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? String.valueOf(Files.size(file))
                : MISSING;
    }

    private String inside(String of) {
        String[] names = of.split("\n", 2);
        try {
            Path folder = root.resolve(names[0]).toRealPath();
            return String.valueOf(root.resolve(names[1]).toRealPath().startsWith(folder));
        } catch (IOException e) {
            return MISSING;
        }
    }
}
