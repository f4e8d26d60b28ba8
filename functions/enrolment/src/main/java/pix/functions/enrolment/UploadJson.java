package pix.functions.enrolment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pix.Language;
import pix.enrolment.RowFault;
import pix.enrolment.StudentFiles.Warning;
import pix.enrolment.Upload;
import pix.http.Json;

/** Uploads as the contract writes them. */
final class UploadJson {
    private UploadJson() {}

    static ObjectNode summary(Upload u) {
        ObjectNode json = Json.object()
                .put("uploadId", u.uploadId())
                .put("fileName", u.fileName())
                .put("bytes", u.bytes())
                .put("mode", u.mode().code())
                .put("state", u.state().code())
                .put("createdAt", u.createdAt().toString());
        u.finishedAt().ifPresent(at -> json.put("finishedAt", at.toString()));
        u.format().ifPresent(format -> json.put("format", format.code()));
        return json.put("rows", u.tally().rows())
                .put("created", u.tally().created())
                .put("updated", u.tally().updated())
                .put("unchanged", u.tally().unchanged())
                .put("refused", u.tally().refused())
                .put("missing", u.tally().missing());
    }

    static ObjectNode whole(Upload u, Language language) {
        ObjectNode json = summary(u);
        u.encoding().ifPresent(encoding -> json.put("encoding", encoding));
        json.put("progress", u.progress());
        json.set("errors", Json.array(u.faults(), fault -> fault(fault, language)));
        json.set("warnings", Json.array(u.warnings(), warning -> warning(warning, language)));
        u.refusal().ifPresent(refusal -> json.putObject("refusal")
                .put("code", refusal.code())
                .put("detail", Sentences.of(refusal).in(language)));
        return json;
    }

    private static ObjectNode fault(RowFault fault, Language language) {
        ObjectNode json = Json.object().put("line", fault.line()).put("column", fault.column()).put("code", fault.code());
        fault.value().ifPresent(value -> json.put("value", value));
        json.put("detail", Sentences.of(fault).in(language));
        fault.suggestion().ifPresent(suggestion -> json.put("suggestion", suggestion));
        return json;
    }

    private static ObjectNode warning(Warning warning, Language language) {
        return Json.object().put("code", warning.code()).put("subject", warning.subject())
                .put("detail", Sentences.of(warning).in(language));
    }
}
