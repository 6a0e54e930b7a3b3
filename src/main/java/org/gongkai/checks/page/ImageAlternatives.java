package org.gongkai.checks.page;

import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever does not see a picture: its words tell what it shows. */
final class ImageAlternatives implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "image-alt",
                Severity.ERROR,
                "图片有替代文字",
                "看不见图片的人",
                "WCAG 2.2 1.1.1",
                "请写 alt=\"图片的内容\"；只作装饰的写 alt=\"\"。");
    }

    private static final Pattern NO_WORDS =
            Pattern.compile(
                    "(.*\\.(jpe?g|png|gif|bmp|webp|svg|tiff?)|图片?|图像|照片|未命名.*|截图|image|img|picture|photo|spacer|untitled)[\\s\\d_-]*",
                    Pattern.CASE_INSENSITIVE);

    /** Whether another check asks for the name, or nobody does. */
    private static boolean isNamedElsewhere(String role) {
        return role.equals("button")
                || role.equals("link")
                || role.equals(Roles.NONE)
                || WidgetNames.ROLES.contains(role)
                || FormLabels.ROLES.contains(role);
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element image : page.tagged("img")) {
            String role = page.roles().of(image);
            boolean other = !role.equals("img") && (image.hasAttr("alt") || isNamedElsewhere(role));
            if (other || !page.isExposed(image)) {
                continue;
            }
            String name = page.name(image);
            if (name.isEmpty()) {
                findings.add(image, "图片 " + Words.quote(image) + " 没有替代文字。");
            } else if (NO_WORDS.matcher(name).matches()) {
                findings.review(
                        image, "图片的替代文字“" + Words.shorter(name) + "”说不出图片的内容。", rule().fix());
            }
        }
    }
}
