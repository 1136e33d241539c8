using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>A boot that somebody ends. The container's removal takes longer here than usual.</summary>
[Collection(HostTestGroup.Name)]
public sealed class BootSignalTests(BootedHosts hosts)
{
    private const string Script = """
        set -euo pipefail
        printf '#!/bin/sh\nif [ "$1" = rm ]; then sleep %s; fi\nexec %s "$@"\n' "$DELAY" "$(command -v docker)" >docker
        chmod +x docker
        PATH=$PWD:$PATH dotnet "$CLI" userdata web --boot >out 2>&1 &
        host=$!
        said() { until grep -q "$1" out; do kill -0 "$host" || { cat out; exit 99; }; sleep 0.1; done; }
        said 'boots as a host of'
        children=$(pgrep --parent "$host")
        kill -TERM "$host"
        said 'Ending'
        if [ -n "${TWICE:-}" ]; then kill -TERM "$host"; fi
        code=0
        start=$SECONDS
        wait "$host" || code=$?
        echo "code $code"
        if [ $((SECONDS - start)) -lt 5 ]; then echo quick; fi
        # A killed one may wait as a zombie for whoever adopted it.
        runs() { grep -q '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status" 2>/dev/null; }
        for child in $children; do
          for _ in {1..50}; do if runs "$child"; then sleep 0.1; fi; done
          if runs "$child"; then echo "child $child"; fi
        done
        docker ps --all --filter "name=dockerland-boot-web-$host" --format 'left'
        grep '^error' out || true
        docker rm --force --volumes "dockerland-boot-web-$host" >/dev/null 2>&1 || true
        """;

    [SkippableFact]
    public async Task The_First_Signal_Leaves_Nothing_However_Long_It_Takes() => Assert.Equal("code 143\n", await EndAsync("6", twice: ""));

    [SkippableFact]
    public async Task The_Second_One_Ends_It_At_Once_And_Says_What_May_Be_Left() =>
        Assert.Equal("code 143\nquick\nleft\nerror: Ended at once, without cleaning up. 'docker ps --all' shows what may be left.\n", await EndAsync("60", twice: "yes"));

    private async Task<string> EndAsync(string delay, string twice)
    {
        BootedHosts.Require();
        using var folder = new TempFolder();
        var bash = new Tool("bash")
        {
            Folder = folder.Path,
            Input = Script,
            Environment = new Dictionary<string, string?>(hosts.Docker.Environment) { ["CLI"] = Path.Combine(AppContext.BaseDirectory, "Dockerland.Cli.dll"), ["DELAY"] = delay, ["TWICE"] = twice },
        };
        return (await bash.SucceedAsync("-s")).Output;
    }
}
