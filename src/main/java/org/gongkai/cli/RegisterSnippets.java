package org.gongkai.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.model.CollectiveName;
import org.gongkai.model.Unit;
import org.gongkai.sources.Precedents;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The words of a column's own registers as snippets of VS Code, so that a unit's 代码 or short name
 * is completed to its name, and 栏目, 发布机关 and 主题分类 are chosen from a list.
 */
final class RegisterSnippets {
    private static final Path FILE = Path.of(".vscode", "register.code-snippets");
    private static final String ANY = "markdown,yaml";
    private static final int MOST_CHOICES = 40;

    private final Precedents precedents;

    RegisterSnippets(Precedents precedents) {
        this.precedents = precedents;
    }

    /** Writes the file anew where the column is edited with VS Code and its words have changed. */
    void refresh(Path column) throws IOException {
        Path file = column.resolve(FILE);
        String text = text();
        if (Files.isDirectory(file.getParent())
                && !(Files.exists(file) && Files.readString(file).equals(text))) {
            Files.writeString(file, text);
        }
    }

    private String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            choice(json, "栏目", "lanmu", precedents.categories());
            choice(json, "发布机关", "fabujiguan", precedents.publishers());
            choice(json, "主题分类", "zhutifenlei", precedents.subjects());
            for (Unit unit : precedents.units().units()) {
                List<String> prefixes = new ArrayList<>(List.of(unit.name(), unit.code()));
                prefixes.addAll(unit.shortNames());
                snippet(json, "单位 " + unit.name(), ANY, prefixes, escaped(unit.name()));
            }
            for (CollectiveName name : precedents.units().collectives()) {
                List<String> prefixes =
                        Stream.concat(Stream.of(name.name()), name.aliases().stream()).toList();
                snippet(json, "统称 " + name.name(), ANY, prefixes, escaped(name.name()));
            }
            json.writeEndObject();
        }
        return text + "\n";
    }

    /** A key with a list to choose its value from. */
    private static void choice(JsonGenerator json, String key, String pinyin, List<String> words) {
        if (!words.isEmpty()) {
            List<String> offered =
                    words.stream()
                            .limit(MOST_CHOICES)
                            .map(word -> escaped(word).replaceAll("([,|])", "\\\\$1"))
                            .toList();
            String body = key + ": ${1|" + String.join(",", offered) + "|}";
            snippet(json, key, "markdown", List.of(key, pinyin), body);
        }
    }

    private static void snippet(
            JsonGenerator json, String name, String scope, List<String> prefixes, String body) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("scope", scope);
        json.writeArrayPropertyStart("prefix");
        prefixes.forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("body", body);
        json.writeEndObject();
    }

    private static String escaped(String word) {
        return word.replaceAll("([\\\\$}])", "\\\\$1");
    }
}
