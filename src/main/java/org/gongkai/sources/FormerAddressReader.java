package org.gongkai.sources;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.model.FormerAddress;
import org.gongkai.model.Problems;
import org.gongkai.model.Urls;

/** Reads 旧地址: paths of the site at which a plain file can lead on to the notice. */
final class FormerAddressReader {
    private static final String KEY = "旧地址";
    private static final Pattern SEGMENT =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}._~-]*[\\p{L}\\p{N}\\p{M}_~-])?");
    private static final Pattern PAGE = Pattern.compile(".*\\.s?html?");
    private static final int LONGEST = 200;

    private final Surroundings surroundings;
    private final Problems problems;

    FormerAddressReader(Surroundings surroundings, Problems problems) {
        this.surroundings = surroundings;
        this.problems = problems;
    }

    List<FormerAddress> read(Fields fields) {
        List<FormerAddress> read = new ArrayList<>();
        for (String text : fields.texts(KEY)) {
            String file = file(text.strip(), fields);
            if (file != null) {
                read.add(new FormerAddress(file, fields.at(KEY)));
            }
        }
        return read;
    }

    /** The file for it; null where there can be none, which is a problem. */
    private String file(String text, Fields fields) {
        String path = Normalizer.normalize(Urls.decode(text), Normalizer.Form.NFC);
        if (path.startsWith("//") || path.matches("(?i)[a-z]+:.*")) {
            return refuse(fields, text, "里有域名。", example());
        }
        if (text.contains("?") || text.contains("#")) {
            return refuse(
                    fields, text, "里有“?”或“#”，静态网页分不出它们后面的部分。", "这样的地址请由网站服务器来转；能去掉的，去掉后面的部分。");
        }
        String basePath = Urls.decode(surroundings.basePath());
        if (path.startsWith("/") && !path.startsWith(basePath)) {
            return refuse(
                    fields,
                    text,
                    "不在本站的 " + basePath + " 下面。",
                    "请写 "
                            + basePath
                            + " 下面的地址，例如 "
                            + KEY
                            + ": "
                            + basePath
                            + "art/2019/3/4/art_123.html；别处的请由网站服务器来转。");
        }
        String inside = path.startsWith("/") ? path.substring(basePath.length()) : path;
        List<String> segments = List.of(inside.split("/"));
        if (inside.length() > LONGEST
                || inside.endsWith("//")
                || !segments.stream().allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            return refuse(
                    fields,
                    text,
                    "不能用作网址。",
                    "每一段只用文字、数字和“-”“_”“.”“~”，不要有“..”，全长不超过 " + LONGEST + " 个字。" + example());
        }
        if (inside.endsWith("/")) {
            return inside + "index.html";
        }
        String last = segments.get(segments.size() - 1);
        if (!last.contains(".")) {
            return inside + "/index.html";
        }
        return PAGE.matcher(last).matches()
                ? inside
                : refuse(
                        fields, text, "不是网页的地址。", "只能是以“/”、.html、.htm 或 .shtml 结尾的地址；别的请由网站服务器来转。");
    }

    private String example() {
        return "请写成网址里域名后面的部分，例如 "
                + KEY
                + ": "
                + surroundings.basePath()
                + "art/2019/3/4/art_123.html。";
    }

    private String refuse(Fields fields, String text, String what, String fix) {
        problems.error("former-address", fields.at(KEY), KEY + "“" + text + "”" + what, fix);
        return null;
    }
}
