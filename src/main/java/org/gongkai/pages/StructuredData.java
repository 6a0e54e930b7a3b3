package org.gongkai.pages;

import java.io.StringWriter;
import java.util.Map;
import org.gongkai.model.Metadata;
import org.gongkai.model.Notice;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.Validity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a page is about, for programs: JSON-LD in the words of schema.org. */
final class StructuredData {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<Validity, String> LEGAL_FORCE =
            Map.of(
                    Validity.IN_FORCE, "https://schema.org/InForce",
                    Validity.AMENDED, "https://schema.org/InForce",
                    Validity.PARTLY_IN_FORCE, "https://schema.org/PartiallyInForce",
                    Validity.EXPIRED, "https://schema.org/NotInForce",
                    Validity.REPEALED, "https://schema.org/NotInForce",
                    Validity.NOT_YET_IN_FORCE, "https://schema.org/NotInForce");

    private StructuredData() {}

    /** A 规范性文件 is a Legislation, any other notice a DigitalDocument. */
    static String of(Notice notice, SiteSettings settings) {
        Metadata metadata = notice.metadata();
        boolean legislation =
                metadata.category() != null
                        && metadata.category().endsWith("规范性文件")
                        && !metadata.category().startsWith("非");
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://schema.org");
            json.writeStringProperty("@type", legislation ? "Legislation" : "DigitalDocument");
            json.writeStringProperty("name", notice.title());
            json.writeStringProperty("identifier", metadata.indexNumber());
            if (settings.address() != null) {
                json.writeStringProperty("url", settings.absolute(notice.url()));
            }
            json.writeStringProperty("inLanguage", "zh-CN");
            json.writeStringProperty("dateCreated", notice.documentDate().toString());
            json.writeStringProperty("datePublished", notice.publicationDate().toString());
            json.writeObjectPropertyStart("publisher");
            json.writeStringProperty("@type", "GovernmentOrganization");
            json.writeStringProperty("name", notice.publisher());
            json.writeEndObject();
            if (!metadata.keywords().isEmpty()) {
                json.writeStringProperty("keywords", String.join(",", metadata.keywords()));
            }
            if (legislation) {
                writeLegislation(json, notice);
            } else if (metadata.expiryDate() != null) {
                json.writeStringProperty("expires", metadata.expiryDate().toString());
            }
            json.writeEndObject();
        }
        return forScript(out.toString());
    }

    private static void writeLegislation(JsonGenerator json, Notice notice) {
        Metadata metadata = notice.metadata();
        if (metadata.documentNumber() != null) {
            json.writeStringProperty("legislationIdentifier", metadata.documentNumber());
        }
        json.writeStringProperty("legislationDate", notice.documentDate().toString());
        if (metadata.effectiveDate() != null) {
            json.writeStringProperty(
                    "legislationDateOfApplicability", metadata.effectiveDate().toString());
        }
        json.writeStringProperty(
                "legislationLegalForce", LEGAL_FORCE.get(notice.standing().validity()));
    }

    /** The column itself. */
    static String of(SiteSettings settings) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://schema.org");
            json.writeStringProperty("@type", "WebSite");
            json.writeStringProperty("name", settings.name());
            json.writeStringProperty("inLanguage", "zh-CN");
            if (settings.address() != null) {
                json.writeStringProperty("url", settings.address().toString());
            }
            if (settings.host() != null) {
                json.writeObjectPropertyStart("publisher");
                json.writeStringProperty("@type", "GovernmentOrganization");
                json.writeStringProperty("name", settings.host());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return forScript(out.toString());
    }

    /** JSON that can't end the script element it stands in. */
    private static String forScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
