package org.gongkai.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.model.Appearance;
import org.gongkai.model.Colour;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;

/** Reads 外观 of {@code site.yml}: colours that can be read by all, and the emblem. */
final class AppearanceReader {
    private static final List<String> KEYS = SiteSettingsReader.SCHEMA.at("外观").keys();

    /** A phone waits for no more than this. */
    private static final long MAX_EMBLEM_BYTES = 50 * 1024;

    private final Path folder;
    private final Problems problems;

    /**
     * @param folder that of site.yml
     */
    AppearanceReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Appearance read(Fields site) {
        Fields fields = site.fields("外观").orElse(null);
        if (fields == null) {
            return Appearance.USUAL;
        }
        fields.rejectUnknown(KEYS, Severity.WARNING);
        return new Appearance(
                colour(fields, "主色", "#8f1414"), colour(fields, "链接色", "#0b4a8f"), emblem(fields));
    }

    private Colour colour(Fields fields, String key, String usual) {
        String example = "，例如 " + key + ": \"" + usual + "\"。";
        if (fields.isEmpty(key)) {
            problems.error(
                    "colour",
                    fields.at(key),
                    "“" + key + "”没有填写，或者颜色没有加引号（# 后面的字会被当作说明）。",
                    "请写成带引号的颜色" + example);
            return null;
        }
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        Optional<Colour> colour = Colour.ofHex(text);
        if (colour.isEmpty()) {
            problems.error(
                    "colour",
                    fields.at(key),
                    key + "“" + text + "”不是颜色。",
                    "请写成 # 加六位数字或字母 a 到 f，并加引号" + example);
            return null;
        }
        double contrast = colour.get().contrast(Appearance.LIGHT_GROUNDS);
        if (contrast < Appearance.CONTRAST) {
            Colour darker = colour.get().darkened(Appearance.CONTRAST, Appearance.LIGHT_GROUNDS);
            problems.error(
                    "colour-contrast",
                    fields.at(key),
                    // Cut, not rounded: what falls short by a hair must not read 7.0.
                    "%s“%s”与网页底色的对比度只有 %.1f:1，应当不低于 7:1，否则有人看不清。"
                            .formatted(key, text, Math.floor(contrast * 10) / 10),
                    "请改为 \"" + darker.hex() + "\"，或者更深的颜色。");
            return null;
        }
        return colour.get();
    }

    private Appearance.Emblem emblem(Fields fields) {
        String name = fields.text("徽标");
        if (name == null) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".svg") && !lower.endsWith(".png")) {
            problems.error(
                    "emblem",
                    fields.at("徽标"),
                    "徽标“" + name + "”不是 SVG 或 PNG 图片。",
                    "请换成 .svg 或 .png 文件。");
            return null;
        }
        Optional<Path> file =
                Stream.of("assets", "content").flatMap(each -> fileIn(each, name)).findFirst();
        if (file.isEmpty()) {
            problems.error(
                    "emblem",
                    fields.at("徽标"),
                    "找不到徽标“" + name + "”。",
                    "请把图片放到 assets 文件夹里，写它在那里的位置，例如 files/huihui.svg。");
            return null;
        }
        warnOfSize(file.get(), name, fields);
        return new Appearance.Emblem(file.get(), fields.text("徽标说明"));
    }

    private Stream<Path> fileIn(String part, String name) {
        try {
            Path allowed = folder.resolve(part).normalize();
            Path file = allowed.resolve(name).normalize();
            return file.startsWith(allowed) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Stream.of(file)
                    : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private void warnOfSize(Path file, String name, Fields fields) {
        try {
            long bytes = Files.size(file);
            if (bytes > MAX_EMBLEM_BYTES) {
                problems.warning(
                        "emblem-size",
                        fields.at("徽标"),
                        "徽标“" + name + "”有 " + bytes / 1024 + " KB，每个网页都要取它，会变慢。",
                        "请换成 50 KB 以内的图片，例如 SVG。");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
