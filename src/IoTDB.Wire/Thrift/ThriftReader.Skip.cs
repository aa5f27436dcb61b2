namespace IoTDB.Wire.Thrift;

internal ref partial struct ThriftReader
{
    /// <summary>Steps over a value of any type: a field that a newer peer has and we do not.</summary>
    public void Skip(ThriftType type)
    {
        switch (type)
        {
            case ThriftType.Bool:
                ReadBool();
                break;
            case ThriftType.I8:
                ReadByte();
                break;
            case ThriftType.Double:
                SkipBytes(sizeof(double));
                break;
            case ThriftType.I16:
                ReadI16();
                break;
            case ThriftType.I32:
                ReadI32();
                break;
            case ThriftType.I64:
                ReadI64();
                break;
            case ThriftType.Binary:
                SkipBytes(ReadLength());
                break;
            case ThriftType.Struct:
                SkipStruct();
                break;
            case ThriftType.List or ThriftType.Set:
                SkipList();
                break;
            case ThriftType.Map:
                SkipMap();
                break;
            default:
                ThrowExpected($"a Thrift type, found code {(int)type}");
                break;
        }
    }

    private void SkipStruct()
    {
        Descend();
        short outer = _field;
        _field = 0;
        while (TryReadField(out ThriftType type, out _))
        {
            Skip(type);
        }

        _field = outer;
        _depth--;
    }

    private void SkipList()
    {
        Descend();
        ThriftType element;
        int count;
        if (_compact)
        {
            byte header = ReadByte();
            element = CompactType.ToType(header & 0x0F);
            count = header >> 4 == 15 ? ReadVarintCount() : header >> 4;
        }
        else
        {
            element = (ThriftType)ReadByte();
            count = (int)ReadBigEndian(sizeof(int));
        }

        CheckCount(count, 1);
        for (int i = 0; i < count; i++)
        {
            Skip(element);
        }

        _depth--;
    }

    private void SkipMap()
    {
        Descend();
        int count = ReadMapHeader(out ThriftType key, out ThriftType value, 2);
        for (int i = 0; i < count; i++)
        {
            Skip(key);
            Skip(value);
        }

        _depth--;
    }

    private void SkipBytes(int count)
    {
        while (count > _current.Length - _at)
        {
            count -= _current.Length - _at;
            _at = _current.Length;
            MoveToNextSegment();
        }

        _at += count;
    }

    private void Descend()
    {
        if (_depth >= _limits.MaxDepth)
        {
            ThrowExpected($"at most {_limits.MaxDepth} nested values");
        }

        _depth++;
    }
}
