using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

/// <summary>What botocore, with models of its own, makes of a request's members and of an answer.</summary>
internal static class Botocore
{
    private const string Script = """
        import base64, json, sys
        import botocore.parsers, botocore.serialize, botocore.session
        asked = json.load(sys.stdin)
        model = botocore.session.get_session().get_service_model(asked['service'])
        operation, protocol = model.operation_model(asked['operation']), model.metadata['protocol']
        sent = botocore.serialize.create_serializer(protocol, include_validation=False).serialize_to_request(asked['members'], operation)
        answer = asked['answer']
        read = botocore.parsers.create_parser(protocol).parse(
            {'status_code': 200, 'headers': answer['headers'], 'body': answer['body'].encode()}, operation.output_shape)
        body = sent['body']
        print(json.dumps({
            'method': sent['method'], 'path': sent['url_path'], 'query': dict(sent['query_string'] or {}), 'headers': dict(sent['headers']),
            'body': body if isinstance(body, dict) else body.decode() if isinstance(body, bytes) else body, 'read': read,
        }, default=lambda value: base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)))
        """;

    public static async Task<JsonElement> AskAsync(string service, string operation, JsonNode members, IReadOnlyDictionary<string, string> headers, string answer)
    {
        var asked = new JsonObject
        {
            ["service"] = service,
            ["operation"] = operation,
            ["members"] = members,
            ["answer"] = new JsonObject { ["headers"] = JsonSerializer.SerializeToNode(headers), ["body"] = answer },
        };
        var python = new Tool("python3") { Input = asked.ToJsonString() };
        return JsonElement.Parse((await python.SucceedAsync("-c", Script)).Output);
    }

    /// <summary>A request's members as boto3 takes them, in the order of the model.</summary>
    public static JsonNode? Members(object? value) => value switch
    {
        null => null,
        string or ConstantClass => value.ToString(),
        bool flag => flag,
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Members(map[key])))),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Members)]),
        IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
        _ => new JsonObject(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType?.Namespace != "Amazon.Runtime")
            .Select(property => KeyValuePair.Create(property.Name, Members(property.GetValue(value))))),
    };
}
